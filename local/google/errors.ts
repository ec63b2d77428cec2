/** An error as Google answers it: HTTP code, canonical status and the exact text. */
export class ApiError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details: readonly object[] | undefined;

  constructor(code: number, status: string, message: string, details?: readonly object[]) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export const invalid = (message: string, details?: readonly object[]): ApiError =>
  new ApiError(400, 'INVALID_ARGUMENT', message, details);

export const notFound = (message = 'Requested entity was not found.'): ApiError =>
  new ApiError(404, 'NOT_FOUND', message);

export const forbidden = (): ApiError => new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission');

const badRequest = (description: string, field?: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.BadRequest',
  fieldViolations: [field === undefined ? { description } : { field, description }],
});

/** A body or query parameter of the wrong type: the message is repeated as a field violation. */
export const wrongType = (field: string, message: string): ApiError => invalid(message, [badRequest(message, field)]);

export const badFieldMask = (path: string): ApiError =>
  invalid('Request contains an invalid argument.', [
    badRequest(`Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`),
  ]);

export const protectedCell = (): ApiError =>
  invalid(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

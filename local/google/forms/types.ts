interface Option {
  readonly value?: string;
  readonly isOther?: boolean;
  readonly goToAction?: string;
  readonly goToSectionId?: string;
}

export interface Question {
  readonly questionId: string;
  readonly required?: boolean;
  readonly choiceQuestion?: {
    readonly type?: string;
    readonly options?: readonly Option[];
    readonly shuffle?: boolean;
  };
  readonly textQuestion?: { readonly paragraph?: boolean };
  readonly scaleQuestion?: {
    readonly low?: number;
    readonly high?: number;
    readonly lowLabel?: string;
    readonly highLabel?: string;
  };
  readonly dateQuestion?: { readonly includeTime?: boolean; readonly includeYear?: boolean };
  readonly timeQuestion?: { readonly duration?: boolean };
  readonly ratingQuestion?: { readonly ratingScaleLevel?: number; readonly iconType?: string };
  readonly rowQuestion?: { readonly title?: string };
}

export interface Item {
  readonly itemId: string;
  readonly title?: string;
  readonly description?: string;
  readonly questionItem?: { readonly question: Question };
  readonly questionGroupItem?: { readonly questions: readonly Question[]; readonly grid?: object };
  readonly pageBreakItem?: object;
  readonly textItem?: object;
}

export interface Watch {
  readonly id: string;
  readonly eventType: string;
  readonly target: { readonly topic: { readonly topicName: string } };
  readonly createTime: string;
  readonly expireTime: string;
  readonly state: string;
}

export interface Form {
  readonly formId: string;
  readonly title: string;
  readonly documentTitle: string;
  readonly description?: string;
  readonly revision: number;
  readonly items: readonly Item[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly published: boolean;
  readonly accepting: boolean;
  readonly watches: readonly Watch[];
}

export interface Answer {
  readonly questionId: string;
  readonly textAnswers: { readonly answers: readonly { readonly value: string }[] };
}

export interface FormResponse {
  readonly responseId: string;
  readonly createTime: string;
  readonly lastSubmittedTime: string;
  readonly respondentEmail?: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

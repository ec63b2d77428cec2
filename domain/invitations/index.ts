/** Calendar files: how a booked session stands in the calendar of whoever booked it, and how it changes there. */
export { type CalendarEvent, calendarFile, type Party } from './calendar-file.ts';
export { meetingEvent } from './meeting.ts';
export { type SessionCells, sessionEvent } from './session.ts';

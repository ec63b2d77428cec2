import { ANY, BOOLEAN, Choice, INT, list, type Message, STRING } from '../shapes/shape.ts';

const word = (type: string, ...words: string[]): Choice => new Choice(`google.apps.forms.v1.${type}`, words);

const QUESTION = {
  questionId: STRING,
  required: BOOLEAN,
  grading: ANY,
  choiceQuestion: {
    type: word('ChoiceQuestion.ChoiceType', 'RADIO', 'CHECKBOX', 'DROP_DOWN'),
    options: list({
      value: STRING,
      image: ANY,
      isOther: BOOLEAN,
      goToAction: word('GoToAction', 'NEXT_SECTION', 'RESTART_FORM', 'SUBMIT_FORM'),
      goToSectionId: STRING,
    }),
    shuffle: BOOLEAN,
  },
  textQuestion: { paragraph: BOOLEAN },
  scaleQuestion: { low: INT, high: INT, lowLabel: STRING, highLabel: STRING },
  dateQuestion: { includeTime: BOOLEAN, includeYear: BOOLEAN },
  timeQuestion: { duration: BOOLEAN },
  fileUploadQuestion: ANY,
  rowQuestion: { title: STRING },
  ratingQuestion: { ratingScaleLevel: INT, iconType: word('RatingIconType', 'STAR', 'HEART', 'THUMB_UP') },
} satisfies Message;

const ITEM = {
  itemId: STRING,
  title: STRING,
  description: STRING,
  questionItem: { question: QUESTION, image: ANY },
  questionGroupItem: { questions: list(QUESTION), grid: ANY, image: ANY },
  pageBreakItem: {},
  textItem: {},
  imageItem: ANY,
  videoItem: ANY,
} satisfies Message;

const LOCATION = { index: INT } satisfies Message;
const INFO = { title: STRING, documentTitle: STRING, description: STRING } satisfies Message;
const SETTINGS = {
  quizSettings: { isQuiz: BOOLEAN },
  emailCollectionType: word('FormSettings.EmailCollectionType', 'DO_NOT_COLLECT', 'VERIFIED', 'RESPONDER_INPUT'),
} satisfies Message;

/** A form as `forms.create` takes it: the rest of what it names is refused in words of its own. */
export const FORM_SHAPE = {
  formId: STRING,
  info: INFO,
  settings: SETTINGS,
  items: list(ITEM),
  revisionId: STRING,
  responderUri: STRING,
  linkedSheetId: STRING,
  publishSettings: ANY,
} satisfies Message;

/** What the body of each Forms call may hold, by `METHOD path:verb` as the routes name it. */
export const FORM_BODIES: Readonly<Record<string, Message>> = {
  'POST :batchUpdate': {
    includeFormInResponse: BOOLEAN,
    requests: list({
      createItem: { item: ITEM, location: LOCATION },
      updateItem: { item: ITEM, location: LOCATION, updateMask: STRING },
      deleteItem: { location: LOCATION },
      moveItem: { originalLocation: LOCATION, newLocation: LOCATION },
      updateFormInfo: { info: INFO, updateMask: STRING },
      updateSettings: { settings: SETTINGS, updateMask: STRING },
    }),
    writeControl: { requiredRevisionId: STRING, targetRevisionId: STRING },
  },
  'POST :setPublishSettings': {
    publishSettings: { publishState: { isPublished: BOOLEAN, isAcceptingResponses: BOOLEAN } },
    updateMask: STRING,
  },
  'POST watches': {
    watchId: STRING,
    watch: {
      id: STRING,
      target: { topic: { topicName: STRING } },
      eventType: word('Watch.EventType', 'SCHEMA', 'RESPONSES'),
      createTime: STRING,
      expireTime: STRING,
      errorType: STRING,
      state: STRING,
    },
  },
};

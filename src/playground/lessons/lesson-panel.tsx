import type { JSX } from "preact";
import type { Language, Lesson, LessonSpec } from "./lesson.ts";
import { LessonView } from "./lesson-view.tsx";
import { LESSONS } from "./course/lessons.ts";
import { LANGUAGES, WORDS } from "./words.ts";

/** What the page hands to the lessons. */
export interface LessonPanelProps {
  /** The id of the lesson; undefined, or not known: the list of all. */
  readonly lesson: string | undefined;
  readonly language: Language;
  /** Called with the id of another lesson, or undefined for the list. */
  readonly onLesson: (id: string | undefined) => void;
  readonly onLanguage: (language: Language) => void;
  /** Called with the experiment to show in the editor: when a lesson appears, and when a knob is turned. */
  readonly onSpec: (spec: LessonSpec) => void;
  /** Called by the lesson's own button. */
  readonly onRun: () => void;
}

/** The course beside the editor: a list of lessons, or one of them. */
export function LessonPanel(props: LessonPanelProps): JSX.Element {
  const { language, onLesson, onLanguage, onSpec, onRun } = props;
  const place = LESSONS.findIndex(({ id }) => id === props.lesson);
  const lesson = LESSONS[place];
  return (
    <section class="lesson-panel" lang={language} aria-label={WORDS.lessons[language]}>
      <div class="lesson-bar">
        {lesson ? (
          <button type="button" class="quiet" onClick={() => onLesson(undefined)}>
            {WORDS.all[language]}
          </button>
        ) : (
          <h2>{WORDS.lessons[language]}</h2>
        )}
        <div class="switch" role="group" aria-label={WORDS.language[language]}>
          {LANGUAGES.map(([code, name]) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={code === language}
              onClick={() => onLanguage(code)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      {lesson ? (
        <>
          <LessonView key={lesson.id} {...{ lesson, language, onSpec, onRun }} />
          <Neighbours {...{ place, language, onLesson }} />
        </>
      ) : (
        <LessonList {...{ language, onLesson }} />
      )}
    </section>
  );
}

function LessonList({ language, onLesson }: Pick<LessonPanelProps, "language" | "onLesson">): JSX.Element {
  return (
    <ol class="lesson-list">
      {LESSONS.map(({ id, title, question }) => (
        <li key={id}>
          <button type="button" onClick={() => onLesson(id)}>
            <strong>{title[language]}</strong>
            <span>{question[language]}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Buttons to the lessons before and after one. */
function Neighbours({
  place,
  language,
  onLesson,
}: { place: number } & Pick<LessonPanelProps, "language" | "onLesson">): JSX.Element {
  const button = (word: string, lesson: Lesson | undefined): JSX.Element | false =>
    lesson !== undefined && (
      <button type="button" onClick={() => onLesson(lesson.id)}>
        {word}: {lesson.title[language]}
      </button>
    );
  return (
    <nav class="lesson-neighbours" aria-label={WORDS.lessons[language]}>
      {button(WORDS.previous[language], LESSONS[place - 1])}
      {button(WORDS.next[language], LESSONS[place + 1])}
    </nav>
  );
}

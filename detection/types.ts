import type { Span } from '../reading/types';

export type ProvisionLevel = 'statute' | 'chapter' | 'provision' | 'article' | 'agencyRule';

/**
 * The place in law that a citation means. Swedish statutes carry `sfs` ("2001:453"), EU acts `celex`
 * ("32016R0679") with the article in `section`, agency rules `series` ("SOSFS 2011:9").
 * Chapter and section are lower-case without spaces ("5", "1a") or null.
 */
export interface Provision {
  sfs: string | null;
  celex?: string;
  series?: string;
  chapter: string | null;
  section: string | null;
  /** Last section of a range, both ends included. */
  sectionEnd?: string;
  /** Stycke, 1 first. */
  paragraph?: number;
  /** Punkt, as written, lower-case ("2", "a", "8 och 9"). */
  item?: string;
  level: ProvisionLevel;
}

/** How a passage was recognised: short, stable, readable by a developer and worded for people by the card. */
export interface Reason {
  /** Name of the rule that fired, for example `name-first`, `implied-by-heading`, `lead-in-item`. */
  rule: string;
  /** The words that decided it, as they stand in the text: a statute's name, a lead-in, a heading. */
  evidence?: string;
  /** Which statute a name was taken to mean, and why: number in the text, in force at the date, … */
  resolvedBy?: 'sfs-number' | 'in-force' | 'only-one' | 'introduced' | 'implied' | 'unresolved';
  /** Document date that the resolution used, ISO. */
  date?: string;
  /** True where the detector is not sure; the user interface then says so. */
  doubtful?: boolean;
  /** An author's slip that was read as meant (`SoL 14 § 1 b`), or a provision the outline says cannot exist. */
  remark?: 'slip' | 'damaged' | 'probably-missing';
}

interface PassageBase extends Span {
  reason: Reason;
}

export interface CitationPassage extends PassageBase {
  kind: 'citation';
  /** Empty where the text cites a place in a law that nothing names. */
  provisions: Provision[];
}

export interface RecommendationPassage extends PassageBase {
  kind: 'recommendation';
  /** Boards, healed and lower-case, in text order: "barn- och utbildningsnämnden". */
  addressees: string[];
  /** The same number for every printing of one recommendation in the document. */
  same?: number;
}

export interface QuestionPassage extends PassageBase {
  kind: 'question';
  /** The auditors' answer as printed: "Ja", "Till viss del". */
  answer?: string;
  /** The same number for every printing of one question in the document. */
  same?: number;
}

export interface AssessmentPassage extends PassageBase {
  kind: 'assessment';
  /** True for the assessment of the review as a whole. */
  summary: boolean;
}

export interface ResponsePassage extends PassageBase {
  kind: 'response';
  /** Offset of the recommendation passage in the same document that is answered. */
  answers?: number;
}

export interface DeadlinePassage extends PassageBase {
  kind: 'deadline';
  /** ISO date. */
  date: string;
  addressees: string[];
}

export type Passage =
  | CitationPassage
  | RecommendationPassage
  | QuestionPassage
  | AssessmentPassage
  | ResponsePassage
  | DeadlinePassage;

export type PassageKind = Passage['kind'];

export type DocumentKind = 'report' | 'missive' | 'response' | 'minutes' | 'follow-up';

/** What the document says of itself. Absent means not found, never guessed. */
export interface DocumentProfile {
  title?: string;
  municipality?: string;
  auditor?: string;
  /** ISO date. */
  date?: string;
  kind?: DocumentKind;
  diaryNumber?: string;
}

/** What a person has set right in a profile: the right value, or null where the document says something and there is none. */
export type ProfileCorrections = { [Field in keyof DocumentProfile]?: NonNullable<DocumentProfile[Field]> | null };

/**
 * Why a field of a profile is not sure: the text itself does not say it (it is of the address, the file's name or the
 * page's own data); several are named; nothing in the text calls it so.
 */
export type ProfileDoubt = 'outside' | 'several' | 'unlabelled';
export type ProfileDoubts = { [Field in keyof DocumentProfile]?: ProfileDoubt };

/** What is known of a document from outside its text. */
export interface DocumentHints {
  /** ISO date that settles which law was in force; wins over any date in the text. */
  date?: string;
  title?: string;
  url?: string;
  fileName?: string;
  /** Dates from HTML metadata, ISO, most trusted first. */
  metadataDates?: string[];
  /** What a person has set right; wins over everything else. */
  profileCorrections?: ProfileCorrections;
}

export interface Detection {
  /** In text order; passages of different kinds may overlap. */
  passages: Passage[];
  profile: DocumentProfile;
}

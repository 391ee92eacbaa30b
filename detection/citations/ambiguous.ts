import { words } from './endings';
/**
 * Abbreviations that stand for different laws at the same time, and what settles them. The first rule whose conditions
 * hold decides; where none does, the abbreviation is left unresolved. A test fails when the catalogue holds an ambiguous
 * abbreviation without an entry here.
 */
export interface AmbiguityRule {
  /** Newest SFS number of the law that is meant; older laws of that line follow from the date. */
  law: string;
  /** The pinpoint names a chapter (`true`) or none (`false`); absent: either. */
  chapter?: boolean;
  /** Highest chapter that the law can have. */
  chaptersFrom?: number;
  /** Folded word stems, one of which must stand in the document. */
  stems?: readonly string[];
  /** Folded word stems, none of which may stand in the document. */
  without?: readonly string[];
  /** Without pinpoint the abbreviation is not read so. */
  pinpointOnly?: boolean;
  doubtful?: boolean;
}

export const AMBIGUOUS: Readonly<Record<string, readonly AmbiguityRule[]>> = {
  fl: [
    {
      law: '2018:672',
      stems: ['ekonomiska föreningar', 'ekonomisk förening'],
      without: ['förvaltningslag'],
      doubtful: true,
    },
    { law: '2017:900' },
  ],
  kl: [{ law: '2008:579', stems: ['konkurrenslag'], without: ['kommunallag'] }, { law: '2017:725' }],
  sl: [
    { law: '1994:1220', stems: ['stiftelselag'], without: ['skollag', 'skola'] },
    { law: '2010:800', stems: ['skollag'] },
    { law: '2010:800', stems: ['skola', 'skolan', 'elev', 'rektor', 'barn'], chapter: true, pinpointOnly: true },
  ],
  skl: [
    { law: '1972:207', stems: ['skadeståndslag'], without: ['skollag'] },
    { law: '2010:800', stems: ['skollag'] },
    { law: '2010:800', chaptersFrom: 8, pinpointOnly: true },
    { law: '2010:800', stems: ['skola', 'elev', 'rektor'], pinpointOnly: true, doubtful: true },
    { law: '1972:207', stems: ['skadestånd'], pinpointOnly: true, doubtful: true },
  ],
  al: [
    // Letters and figures of price lists, lots and lines look like its chapters: the document must speak of alcohol.
    { law: '2010:1622', stems: ['alkohol', 'servering', 'folköl'], chapter: true },
    { law: '2010:1622', stems: ['alkohol', 'servering', 'folköl'], without: ['arkiv'] },
    { law: '1990:782', stems: ['arkiv'], without: ['alkohol', 'servering'] },
    { law: '1973:1149', stems: ['anläggningslag', 'gemensamhetsanläggning'] },
  ],
  pl: [
    { law: '2014:821', stems: ['patient', 'sjukvård'], chapter: true },
    { law: '2014:821', stems: ['patient'], without: ['polis'] },
    { law: '1984:387', stems: ['polis'], without: ['patient'] },
    { law: '1984:387', chapter: false, pinpointOnly: true, doubtful: true },
  ],
  tl: [
    { law: '2018:2088', stems: ['tobak'], without: ['tandvård'] },
    { law: '1985:125', stems: ['tandvård'], without: ['tobak'] },
  ],
  // `LmL` and `LML`: läkemedelslagen has chapters, livsmedelslagen has none.
  lml: [
    { law: '2015:315', chapter: true },
    { law: '2006:804', chapter: false, pinpointOnly: true },
    { law: '2015:315', stems: ['läkemedel'], without: ['livsmedel'] },
    { law: '2006:804', stems: ['livsmedel'], without: ['läkemedel'] },
  ],
  bfl: [
    { law: '2000:1383', stems: ['bostadsförsörjning'], without: ['bokföring'], chapter: false },
    { law: '1999:1078', stems: ['bokföring'] },
    { law: '1999:1078', chapter: true, stems: ['redovisning', 'bokslut', 'räkenskap', 'verifikation'] },
    { law: '1999:1078', doubtful: true },
  ],
};

/**
 * Abbreviations that mean something else in everyday text (`TF` tillförordnad, `FB` a web site, `MB` megabytes, `EL` power): read as a law
 * only beside a pinpoint, behind `enligt` or its like, or where the document introduces them.
 */
export const EVERYDAY: ReadonlySet<string> = words(
  'tf fb mb el sl hl hf ro rb rf ub jb ol vl ml il dl bl pl al tl kl fl ab vtl val lav bal sal las lov lek hsf ' +
    'ssl csl dsl svod url leh skl amf feh fso lth mtf lef kbl sfl osf lbe fml ltn sof bfl psf fmf trf pbf fmh fve',
);

/**
 * Well-known abbreviations that mean nothing but a law in municipal text: a name of the law in any sentence. Those that also name an
 * activity (`LSS`, `SoL`, `HSL`) or something else (`EVERYDAY`) are not here: words around them must say that the law is meant.
 */
export const WELL_KNOWN: ReadonlySet<string> = words(
  'osl lou luf luk lufs pbl skoll lvu lvm aml mbl pdl psl lkbr lpt lrv brb abl lso sfb ygl gdpr',
);

/** Lower-case print that is read as an abbreviation beside a pinpoint: `9 § lvu`. */
export const LOWER_CASE_OK: ReadonlySet<string> = words(
  'sol lss lvu lvm osl hsl lou pbl skoll aml mbl gdpr lkbr kbrl lpt lrv psl pdl fpl ygl brb lso luf sfb skolf ' +
    'lma lpsb lul lsu lspul kl fl tf rf fb mb',
);

/** A place within some law, before it is known which. Numbers as in Provision. */
export interface Pinpoint {
  /** Token indices, half-open. */
  from: number;
  to: number;
  chapter: string | null;
  section: string | null;
  sectionEnd?: string;
  paragraph?: number;
  item?: string;
  /**
   * `full` chapter and section; `chapter`; `section` alone; `colon` 5:1; `lost` a section whose sign is lost, good only beside a
   * law; `article` of an EU act or a convention.
   */
  shape: 'full' | 'chapter' | 'section' | 'colon' | 'lost' | 'article';
  /** True for `kapitlets 4 §`: the chapter is the one cited last. */
  sameChapter?: boolean;
  /** True where the chapter was named by an earlier pinpoint of the list: `5 kap. 1 § och 2 §`. */
  inherited?: boolean;
  /** True where the sign stood first: `§ 84`. */
  signFirst?: boolean;
  /** A number after the sign, as in `14 § 1 b`: an item, or the section of a slip. */
  after?: { number: string; letter: string };
  damaged?: boolean;
  /** It may be in the law on its other side: `skollagen (2010:800), 4 kap. 3 § och 6 kap. 6 § KL`. */
  doubtful?: boolean;
  /** Figures that scanning misread were mended: `l4 kap.` */
  mended?: boolean;
  /** Token index behind the chapter, where a section follows. */
  chapterTo?: number;
}

export interface PinpointList {
  pins: Pinpoint[];
  from: number;
  to: number;
}

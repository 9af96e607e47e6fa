import { measureLog, measureSingles } from './measure.ts'

/** Brings the measurements into a page, where the bench calls them. */
Object.assign(window, { measureLog, measureSingles })

import { days } from '../words'

// when shows an interval that may have times of day in it.
export const when = (from: string, to: string): string => days(from, to).replaceAll(/(\d)T(\d)/g, '$1 $2')

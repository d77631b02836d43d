// A Scale places numbers on an axis, from 0 to 100.
export type Scale = { place: (n: number) => number; ticks: number[]; isLog: boolean }

// Above this ratio of the largest to the smallest number the small ones could not be told apart on an even axis.
const farApart = 60

export function scaleOf(numbers: number[]): Scale {
  const positive = numbers.filter((n) => n > 0)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers, 1)]
  if (positive.length === numbers.length && most / least > farApart) return logarithmic(least, most)
  return even(Math.min(0, least), most)
}

function even(from: number, most: number): Scale {
  const step = niceStep((most - from) / 4)
  const to = Math.ceil(most / step) * step
  const ticks: number[] = []
  for (let n = Math.ceil(from / step) * step; n <= to + step / 2; n += step) ticks.push(n)
  return { place: (n) => ((n - from) / (to - from)) * 100, ticks, isLog: false }
}

function logarithmic(least: number, most: number): Scale {
  const from = Math.floor(Math.log10(least))
  const to = Math.ceil(Math.log10(most))
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i))
  return { place: (n) => ((Math.log10(n) - from) / (to - from)) * 100, ticks, isLog: true }
}

// niceStep rounds up to 1, 2 or 5 times a power of ten.
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return ([1, 2, 5].find((n) => n * power >= step) ?? 10) * power
}

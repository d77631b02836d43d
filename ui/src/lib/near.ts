// Which elements are near the part of a page that is seen: one observer for all of them.

const told = new WeakMap<Element, (near: boolean) => void>()

// scrollMargin reaches into boxes that scroll on their own; where a browser does not know it, they are drawn as they come in.
const options: IntersectionObserverInit & { scrollMargin?: string } = { rootMargin: '900px 0px', scrollMargin: '900px 0px' }

const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) told.get(entry.target)?.(entry.isIntersecting)
}, options)

// near tells when an element comes near the screen, and when it leaves it: {@attach near(...)}.
export function near(tell: (isNear: boolean) => void) {
  return (element: Element) => {
    told.set(element, tell)
    observer.observe(element)
    return () => observer.unobserve(element)
  }
}

package happening

// A queue is proposals to unite two clusters as a binary heap, the first of all in front. There are so many that those of container/heap, each of which is
// put into an interface, would be most of what clustering leaves to be collected.
type queue []union

func (q *queue) push(p union) {
	*q = append(*q, p)
	at := len(*q) - 1
	for above := (at - 1) / 2; at > 0 && p.before((*q)[above]); above = (at - 1) / 2 {
		(*q)[at], at = (*q)[above], above
	}
	(*q)[at] = p
}

func (q *queue) pop() union {
	first, last := (*q)[0], len(*q)-1
	p, rest := (*q)[last], (*q)[:last]
	*q = rest
	if last == 0 {
		return first
	}
	at := 0
	for below := 1; below < last; below = 2*at + 1 {
		if below+1 < last && rest[below+1].before(rest[below]) {
			below++
		}
		if !rest[below].before(p) {
			break
		}
		rest[at], at = rest[below], below
	}
	rest[at] = p
	return first
}

// Package concurrent does many independent things at once, with the same outcome on any number of cores.
package concurrent

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each does n things, several at once, each by its number from 0. Worker is called for every goroutine, and makes of its own
// what the goroutine does them with. Whoever puts what comes of each in the place of its number has it in order.
func Each(n int, worker func() func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			do := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
}

package happening

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// concurrently does n things, several at once, each by its number. Every worker makes of its own what it does them with.
func concurrently(n int, worker func() func(int)) {
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

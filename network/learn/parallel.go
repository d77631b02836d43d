package learn

import (
	"runtime"
	"sync"
)

// InEach calls do for every element on all cores. What do changes must belong to its element alone.
func InEach[T any](elements []T, do func(T)) {
	var group sync.WaitGroup
	queue := make(chan T)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for element := range queue {
				do(element)
			}
		})
	}
	for _, element := range elements {
		queue <- element
	}
	close(queue)
	group.Wait()
}

package view

import "sync"

// A lazy value is made the first time that it is asked for. It is safe for concurrent use.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(made func() T) T {
	l.once.Do(func() { l.value = made() })
	return l.value
}

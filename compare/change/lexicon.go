package change

import (
	"embed"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// words is the embedded word lists, read once.
var words = sync.OnceValue(func() datafile.Classes {
	classes, _ := load() // a test reads the files and fails on an error
	return classes
})

func load() (datafile.Classes, error) {
	classes := datafile.Classes{}
	return classes, datafile.Each(files, "data/words.txt", 2, classes.Add)
}

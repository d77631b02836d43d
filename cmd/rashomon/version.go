package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/reader"
)

// release is the version of the program as people call it.
const release = "0.1.0"

// version names program and reader, as the custody log keeps it.
func version() string { return "rashomon " + release + ", reader " + reader.Version }

// maker returns a hash of this program as it was built, or nothing where its file cannot be read.
var maker = sync.OnceValue(func() []byte {
	path, err := os.Executable()
	if err != nil {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return nil
	}
	return sum.Sum(nil)
})

func (p program) versionCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use: "version", Short: "Print the versions of the program, the reader and the stored form", Args: exactly(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return json.NewEncoder(p.stdout).Encode(map[string]any{
					"rashomon": release, "reader": reader.Version, "document_encoding": rashomon.EncodingVersion,
				})
			}
			_, err := fmt.Fprintf(p.stdout, "rashomon %s\nreader %s\ndocument encoding %d\n%s %s/%s\n",
				release, reader.Version, rashomon.EncodingVersion, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print a JSON object")
	return command
}

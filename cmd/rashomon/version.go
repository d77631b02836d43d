package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/reader"
)

// release is the version of the program as people call it; 0 until the first one is out.
const release = "0.1.0"

// version names program and reader, as the custody log keeps it.
func version() string { return "rashomon " + release + ", reader " + reader.Version }

func (p program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the versions of the program, the reader and the stored forms", Args: exactly(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.stdout, "rashomon %s\nreader %s\ndocument encoding %d\n%s %s/%s\n",
				release, reader.Version, rashomon.EncodingVersion, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/klauspost/compress/zstd"

	"rashomon"
)

// The numbers of APPNOTE.TXT, the specification of ZIP: the flag of encrypted members, the method of Zstandard.
const (
	zipEncrypted  = 0x1
	zipMethodZstd = 93
)

// zip opens the members of an archive in the order of their names. Nothing is unpacked to the disk.
func (o *opener) zip(s stream) bool {
	archive, size, err := o.randomAccess(s)
	if err != nil {
		return o.fail(fileError(s.address, err))
	}
	members, err := zipMembers(archive, size)
	if err != nil {
		return o.fail(&rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: s.address, Cause: "it is a broken zip archive", Remedy: "get it again", Err: err,
		})
	}
	if s.ration == nil {
		s.ration = &ration{in: size, floor: o.limit()}
	}
	for _, member := range members {
		if !o.zipMember(s, member) {
			return false
		}
	}
	return true
}

// randomAccess returns the bytes of an archive, whose directory stands at the end: the file itself, or a copy in memory
// of one within another container or the input.
func (o *opener) randomAccess(s stream) (io.ReaderAt, int64, error) {
	if s.file != nil {
		info, err := s.file.Stat()
		if err != nil {
			return nil, 0, err
		}
		return s.file, info.Size(), nil
	}
	data, err := io.ReadAll(io.LimitReader(s, o.limit()+1))
	if err == nil && int64(len(data)) > o.limit() {
		err = tooLarge("", o.limit())
	}
	return bytes.NewReader(data), int64(len(data)), err
}

func zipMembers(archive io.ReaderAt, size int64) ([]*zip.File, error) {
	reader, err := zip.NewReader(archive, size)
	if err != nil {
		return nil, err
	}
	reader.RegisterDecompressor(zipMethodZstd, zstd.ZipDecompressor(zstdOptions...))
	slices.SortStableFunc(reader.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	return reader.File, nil
}

func (o *opener) zipMember(s stream, member *zip.File) bool {
	if fault := nameFault(member.Name); fault != "" {
		return o.fail(&rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: s.address + "!" + strconv.Quote(member.Name),
			Cause: "the member's name " + fault, Remedy: "unpack it yourself under another name",
		})
	}
	s.address += "!" + member.Name
	switch {
	case !member.Mode().IsRegular() || zipHides(member.Name):
		return true
	case member.Flags&zipEncrypted != 0:
		return o.fail(&rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Place: s.address, Cause: "the member is encrypted",
			Remedy: "unpack it with its password",
		})
	}
	content, err := member.Open()
	if err != nil {
		return o.fail(zipError(s.address, err))
	}
	defer content.Close()
	s.name, s.file, s.named = path.Base(member.Name), nil, false
	s.nesting++
	return o.read(o.stream(s.ration.unpack(content), s))
}

// nameFault returns what is wrong with a member's name; "" for one that stays within the archive and prints as it is.
func nameFault(name string) string {
	switch {
	case strings.ContainsFunc(name, unicode.IsControl):
		return "holds control characters"
	case strings.Contains(name, `\`):
		return "is written with backslashes"
	case !filepath.IsLocal(strings.TrimSuffix(name, "/")):
		return "leads out of the archive"
	}
	return ""
}

// zipHides reports whether a member or a folder that it lies in is hidden; "__MACOSX" holds what macOS knows of files.
func zipHides(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") || part == "__MACOSX"
	})
}

func zipError(place string, err error) error {
	if errors.Is(err, zip.ErrAlgorithm) {
		return &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Place: place, Cause: "the member is compressed by a method that is not known",
			Remedy: "pack it anew", Err: err,
		}
	}
	return fileError(place, err)
}

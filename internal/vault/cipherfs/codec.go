package cipherfs

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"hash"
)

const (
	macSaltMask = 0x3a // XORed over the salt for the key of the HMAC
	macRounds   = 2    // PBKDF2 rounds for it; the data key is already random
)

// codec seals and opens the pages of one file. It is not safe for concurrent
// use: a connection uses its files one call at a time.
type codec struct {
	salt  [saltSize]byte
	block cipher.Block
	mac   hash.Hash // keyed once; Reset is cheaper than a new HMAC
	sum   [macSize]byte
}

func newCodec(key [KeySize]byte, salt [saltSize]byte) (*codec, error) {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, err
	}
	macSalt := salt
	for i := range macSalt {
		macSalt[i] ^= macSaltMask
	}
	macKey, err := pbkdf2.Key(sha512.New, string(key[:]), macSalt[:], macRounds, KeySize)
	if err != nil {
		return nil, err
	}
	return &codec{salt: salt, block: block, mac: hmac.New(sha512.New, macKey)}, nil
}

// clearPrefix is the number of bytes of a page that are not encrypted.
func clearPrefix(page uint32) int {
	if page == 1 {
		return saltSize
	}
	return 0
}

// seal encrypts the plain page src into dst, both of pageSize. It reports
// false, with dst undefined, when src uses the bytes reserved for IV and HMAC.
func (c *codec) seal(dst, src []byte, page uint32) bool {
	for _, b := range src[usableSize:pageSize] {
		if b != 0 {
			return false
		}
	}
	start := clearPrefix(page)
	copy(dst[:start], c.salt[:])
	iv := dst[ivStart:macStart]
	rand.Read(iv)
	cipher.NewCBCEncrypter(c.block, iv).CryptBlocks(dst[start:usableSize], src[start:usableSize])
	c.authenticate(dst, page)
	copy(dst[macStart:pageSize], c.sum[:])
	return true
}

// open decrypts a sealed page in place; its reserved bytes become zero. It
// reports false, with the page zeroed, when it is not what was sealed under
// this key as this page.
func (c *codec) open(b []byte, page uint32) bool {
	if !c.authentic(b, page) {
		clear(b[:pageSize])
		return false
	}
	c.decrypt(b, page)
	return true
}

// decrypt is open for a page that need not be authentic.
func (c *codec) decrypt(b []byte, page uint32) {
	start := clearPrefix(page)
	cipher.NewCBCDecrypter(c.block, b[ivStart:macStart]).CryptBlocks(b[start:usableSize], b[start:usableSize])
	copy(b[:start], magic)
	clear(b[usableSize:pageSize])
}

// authentic reports whether a sealed page is what was sealed, and leaves it.
func (c *codec) authentic(b []byte, page uint32) bool {
	c.authenticate(b, page)
	return hmac.Equal(c.sum[:], b[macStart:pageSize])
}

// authenticate leaves the HMAC of a sealed page in c.sum.
func (c *codec) authenticate(b []byte, page uint32) {
	var number [numberSize]byte
	binary.LittleEndian.PutUint32(number[:], page)
	c.mac.Reset()
	c.mac.Write(b[clearPrefix(page):macStart])
	c.mac.Write(number[:])
	c.mac.Sum(c.sum[:0])
}

// ours reports whether the plain page 1 describes a database of this layout.
func ours(b []byte) bool {
	return binary.BigEndian.Uint16(b[headerPageSizeAt:]) == pageSize &&
		b[headerReserveAt] == reserveSize &&
		binary.BigEndian.Uint32(b[headerAutoVacuumAt:]) == 0
}

// emptyHeader is the header of a database that has no readable page 1 yet. It
// tells SQLite the layout to use.
func emptyHeader() [headerSize]byte {
	var h [headerSize]byte
	binary.BigEndian.PutUint16(h[headerPageSizeAt:], pageSize)
	h[headerReserveAt] = reserveSize
	return h
}

// checksum is the pager's sum over a page image, without the journal's seed.
func checksum(b []byte) (sum uint32) {
	for i := pageSize - checksumStep; i > 0; i -= checksumStep {
		sum += uint32(b[i])
	}
	return sum
}

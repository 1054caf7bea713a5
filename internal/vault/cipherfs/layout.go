package cipherfs

// The layout of a SQLCipher 4 page: ciphertext, IV, HMAC. Page 1 begins with
// the salt in clear instead of SQLite's magic string.
const (
	KeySize = 32 // bytes of the data key

	pageSize    = 4096
	saltSize    = 16
	ivSize      = 16
	macSize     = 64
	reserveSize = ivSize + macSize
	usableSize  = pageSize - reserveSize // what SQLite fills

	ivStart  = usableSize
	macStart = usableSize + ivSize

	magic = "SQLite format 3\x00" // as long as the salt that stands in its place
)

// Of SQLite's own header, at the start of page 1 once it is decrypted.
const (
	headerSize         = 100
	headerPageSizeAt   = 16 // big-endian, 2 bytes
	headerReserveAt    = 20 // 1 byte: unused bytes at the end of each page
	headerChangesAt    = 24 // big-endian, 4 bytes: counts changes
	headerPagesAt      = 28 // big-endian, 4 bytes: size of the database
	headerAutoVacuumAt = 52 // big-endian, 4 bytes: 0 without auto_vacuum
	headerValidForAt   = 92 // big-endian, 4 bytes: the count of changes that headerPagesAt was written with
)

// lockPage is the page that SQLite never uses: its bytes are what processes
// lock. SQLCipher leaves it unsealed.
const lockPage = 0x40000000/pageSize + 1

// Of the rollback journal. A segment is a header padded to a sector, then
// records: page number, sealed page, checksum, all numbers big-endian.
const (
	journalMagic      = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	journalCountAt    = 8  // records in this segment
	journalSeedAt     = 12 // start value of its checksums
	journalOrigSizeAt = 16 // pages of the database before the transaction
	journalSectorAt   = 20
	journalPageSizeAt = 24
	journalHeaderSize = 28
	journalMaxHeader  = 512 // our sector: the longest write that is not a page

	numberSize = 4
	recordSize = numberSize + pageSize + numberSize

	checksumStep = 200 // SQLite sums every 200th byte, from the end
)

#include "server/providers/search/engine/snapshot_file.h"

#include "server/providers/search/engine/checked_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cargo::search::engine {

namespace {
constexpr std::array<char, 8> kMark = {'C', 'G', 'S', 'E', 'A', 'R', 'C', 'H'};
constexpr uint32_t kVersion = 7; // grows with the form of the file, and with how words and impacts are made
constexpr uint32_t kByteOrder = 0x0102'0304;
constexpr size_t kPartsMost = 10'000;

std::string systemError(const char *what) { return std::string(what) + ": " + std::strerror(errno); }

void writeAll(Writer &writer, const Snapshot &snapshot, const std::vector<std::pair<Id, Buried>> &buried,
              const std::string &madeWith)
{
    writer.value(kMark);
    writer.value(kVersion);
    writer.value(kByteOrder);
    writer.text(madeWith);
    for (size_t f = 0; f < kWordDimensions; ++f) {
        writer.value(uint64_t(snapshot.sizes.vocabularies[f]));
        for (uint32_t code = 0; code < snapshot.sizes.vocabularies[f]; ++code)
            writer.text(snapshot.catalog->vocabularies[f].value(uint16_t(code)));
    }
    writer.value(uint64_t(snapshot.sizes.traits));
    for (uint32_t bit = 0; bit < snapshot.sizes.traits; ++bit)
        writer.text(snapshot.catalog->traits.value(uint16_t(bit)));
    for (size_t lane = 0; lane < kLanes; ++lane) {
        std::vector<Tuple> tuples;
        for (uint32_t code = 0; code < snapshot.sizes.lanes[lane]; ++code)
            tuples.push_back(snapshot.catalog->lanes[lane].tuple(uint16_t(code)));
        writer.list(tuples);
    }
    writer.value(uint64_t(snapshot.parts.size()));
    for (const Part &part : snapshot.parts) {
        writer.list(*part.live);
        const_cast<Segment &>(*part.segment).archive(writer); // which only reads it
    }
    writer.value(uint64_t(buried.size()));
    for (const auto &[id, burial] : buried) {
        writer.value(id);
        writer.value(burial.revision);
        writer.value(burial.sequence);
    }
    const bool wasLearnt = snapshot.meaning && !snapshot.meaning->isGiven();
    writer.value(uint8_t(wasLearnt ? 1 : 0));
    if (wasLearnt)
        const_cast<Meaning &>(*snapshot.meaning).archive(writer); // which only reads it
    writer.finish();
}

bool readWords(Reader &reader, Vocabulary &vocabulary)
{
    const uint64_t values = reader.count(sizeof(uint64_t));
    for (uint64_t i = 0; i < values && reader.ok(); ++i) {
        std::string value;
        reader.text(value);
        if (vocabulary.codeOf(value) != i)
            return false;
    }
    return reader.ok();
}

bool readCatalog(Reader &reader, Catalog &catalog)
{
    for (Vocabulary &vocabulary : catalog.vocabularies) {
        if (!readWords(reader, vocabulary))
            return false;
    }
    if (!readWords(reader, catalog.traits) || catalog.traits.size() > kTraitsMost)
        return false;
    for (TupleTable &lane : catalog.lanes) {
        std::vector<Tuple> tuples;
        reader.list(tuples);
        for (size_t i = 0; i < tuples.size(); ++i) {
            if (lane.codeOf(tuples[i]) != i)
                return false;
        }
    }
    return reader.ok();
}

bool tuplesAreWhole(const Catalog &catalog, const CatalogSizes &sizes)
{
    for (size_t lane = 0; lane < kLanes; ++lane) {
        for (uint32_t code = 0; code < sizes.lanes[lane]; ++code) {
            const Tuple &tuple = catalog.lanes[lane].tuple(uint16_t(code));
            for (size_t column = 0; column < tuple.size(); ++column) {
                const Dimension dimension = kLaneDimensions[lane][column];
                if (dimension != Dimension::Published && tuple[column] >= placesOf(dimension, sizes))
                    return false;
            }
        }
    }
    return true;
}

bool readParts(Reader &reader, SavedIndex &out)
{
    const uint64_t parts = reader.count(1);
    if (parts > kPartsMost)
        return false;
    for (uint64_t i = 0; i < parts && reader.ok(); ++i) {
        out.lives.push_back(std::make_shared<Bits>());
        out.segments.push_back(std::make_shared<Segment>());
        reader.list(*out.lives.back());
        out.segments.back()->archive(reader);
    }
    return reader.ok();
}

// Two processes on one folder: the second one leaves the file alone. It may also be that what we hold was renamed meanwhile.
bool isOurs(int file, const std::string &path)
{
    struct stat held = {}, named = {};
    return ::flock(file, LOCK_EX | LOCK_NB) == 0 && ::fstat(file, &held) == 0 && ::stat(path.c_str(), &named) == 0
           && held.st_ino == named.st_ino && ::ftruncate(file, 0) == 0;
}

bool isWhole(const Segment &segment, const Bits &live, const CatalogSizes &sizes)
{
    if (!segment.isWhole(sizes) || live.size() != segment.words())
        return false;
    const Bits all = allSet(segment.size());
    return live.empty() || (live.back() & ~all.back()) == 0;
}
} // namespace

std::string writeSnapshot(const std::string &path, const Snapshot &snapshot, const std::vector<std::pair<Id, Buried>> &buried,
                          const std::string &madeWith)
{
    const std::string beside = path + ".new";
    File file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return systemError("cannot create the file");
    if (!isOurs(file.descriptor(), beside))
        return "another process is writing it";
    Writer writer(file.descriptor());
    writeAll(writer, snapshot, buried, madeWith);
    if (!writer.ok() || ::fsync(file.descriptor()) != 0 || ::rename(beside.c_str(), path.c_str()) != 0 || !file.close()) {
        const std::string error = systemError("cannot write the file");
        ::unlink(beside.c_str());
        return error;
    }
    const size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    File directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.isOpen())
        ::fsync(directory.descriptor());
    return {};
}

std::string readSnapshot(const std::string &path, size_t tuplesMost, const std::string &madeWith, SavedIndex &out)
{
    File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return systemError("cannot open the file");
    struct stat info = {};
    if (::fstat(file.descriptor(), &info) != 0)
        return systemError("cannot read the file");
    Reader reader(file.descriptor(), uint64_t(info.st_size));
    std::array<char, 8> mark{};
    uint32_t version = 0, byteOrder = 0;
    reader.value(mark);
    reader.value(version);
    reader.value(byteOrder);
    if (!reader.ok() || mark != kMark)
        return "not a search snapshot";
    if (byteOrder != kByteOrder)
        return "written on another kind of machine";
    if (version != kVersion)
        return "of version " + std::to_string(version) + ", this program reads " + std::to_string(kVersion);
    std::string wasMadeWith;
    reader.text(wasMadeWith);
    if (reader.ok() && wasMadeWith != madeWith)
        return "made with another dictionary of concepts, or other embeddings";
    out.catalog = std::make_shared<Catalog>(tuplesMost);
    if (!readCatalog(reader, *out.catalog) || !readParts(reader, out))
        return "broken or cut off";
    out.buried.resize(reader.count(sizeof(Id) + sizeof(int64_t) + sizeof(uint64_t)));
    for (auto &[id, burial] : out.buried) {
        reader.value(id);
        reader.value(burial.revision);
        reader.value(burial.sequence);
    }
    uint8_t hasMeaning = 0;
    reader.value(hasMeaning);
    if (hasMeaning != 0) {
        out.meaning = std::make_shared<Meaning>();
        out.meaning->archive(reader);
    }
    if (!reader.sumIsRight())
        return "the checksum is wrong";
    if (out.meaning && !out.meaning->isWhole())
        return "its meanings are broken";
    const CatalogSizes sizes = CatalogSizes::of(*out.catalog);
    if (!tuplesAreWhole(*out.catalog, sizes))
        return "its combinations do not fit its words";
    for (size_t i = 0; i < out.segments.size(); ++i) {
        if (!isWhole(*out.segments[i], *out.lives[i], sizes))
            return "its columns do not fit together";
    }
    return {};
}

} // namespace cargo::search::engine

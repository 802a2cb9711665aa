#pragma once

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace cargo::search::engine {

inline constexpr size_t kPieceBytes = size_t(1) << 20;

// Writes plain values and lists one behind the other, and a checksum of them all at the end.
class Writer
{
public:
    explicit Writer(int file) : m_file(file) { m_buffer.reserve(kPieceBytes); }
    template <typename T>
    void value(const T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes(&value, sizeof value);
    }
    template <typename T>
    void list(const std::vector<T> &list)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        value(uint64_t(list.size()));
        bytes(list.data(), list.size() * sizeof(T));
    }
    void text(const std::string &text)
    {
        value(uint64_t(text.size()));
        bytes(text.data(), text.size());
    }
    void finish()
    {
        const auto sum = uint32_t(m_sum);
        value(sum);
        flush();
    }
    bool ok() const { return m_ok; }

private:
    void bytes(const void *data, size_t size)
    {
        const char *from = static_cast<const char *>(data);
        while (size > 0) {
            const size_t taken = std::min(size, kPieceBytes - m_buffer.size());
            m_buffer.insert(m_buffer.end(), from, from + taken);
            m_sum = crc32(m_sum, reinterpret_cast<const Bytef *>(from), uInt(taken));
            from += taken;
            size -= taken;
            if (m_buffer.size() == kPieceBytes)
                flush();
        }
    }
    void flush()
    {
        size_t done = 0;
        while (m_ok && done < m_buffer.size()) {
            const ssize_t written = ::write(m_file, m_buffer.data() + done, m_buffer.size() - done);
            if (written < 0 && errno == EINTR)
                continue;
            m_ok = written > 0;
            done += size_t(std::max<ssize_t>(written, 0));
        }
        m_buffer.clear();
    }

    int m_file;
    bool m_ok = true;
    uLong m_sum = crc32(0, nullptr, 0);
    std::vector<char> m_buffer;
};

// Reads them again. What is more than the file holds, or anything after an error, is zeros and ok() is false; nothing may be
// trusted before sumIsRight().
class Reader
{
public:
    Reader(int file, uint64_t size) : m_file(file), m_left(size) {}
    template <typename T>
    void value(T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes(&value, sizeof value);
    }
    template <typename T>
    void list(std::vector<T> &list)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        list.resize(count(sizeof(T)));
        bytes(list.data(), list.size() * sizeof(T));
    }
    void text(std::string &text)
    {
        text.resize(count(1));
        bytes(text.data(), text.size());
    }
    uint64_t count(size_t each) // never more than the rest of the file holds
    {
        uint64_t n = 0;
        value(n);
        if (n > m_left / each)
            m_ok = false;
        return m_ok ? n : 0;
    }
    bool sumIsRight()
    {
        const auto expected = uint32_t(m_sum);
        uint32_t sum = 0;
        value(sum);
        return m_ok && m_left == 0 && sum == expected;
    }
    bool ok() const { return m_ok; }

private:
    void bytes(void *data, size_t size)
    {
        if (size == 0)
            return;
        if (!m_ok || size > m_left) {
            m_ok = false;
            std::memset(data, 0, size);
            return;
        }
        char *to = static_cast<char *>(data);
        m_left -= size;
        while (size > 0) {
            const ssize_t got = ::read(m_file, to, std::min(size, kPieceBytes));
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0) {
                m_ok = false;
                std::memset(to, 0, size);
                return;
            }
            m_sum = crc32(m_sum, reinterpret_cast<const Bytef *>(to), uInt(got));
            to += got;
            size -= size_t(got);
        }
    }

    int m_file;
    uint64_t m_left;
    bool m_ok = true;
    uLong m_sum = crc32(0, nullptr, 0);
};

// An open file that is closed.
class File
{
public:
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    ~File() { close(); }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    int descriptor() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }
    bool close() { return m_descriptor < 0 || ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
    int m_descriptor;
};

} // namespace cargo::search::engine

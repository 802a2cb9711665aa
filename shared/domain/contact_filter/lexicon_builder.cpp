#include "shared/domain/contact_filter/lexicon_builder.h"

#include "shared/domain/contact_filter/fold.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace cargo::contact_filter {

template <typename Change>
void LexiconBuilder::each(std::u16string_view words, const Change &change)
{
    while (!words.empty()) {
        const size_t end = std::min(words.find(u' '), words.size());
        std::u16string_view word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        quint8 tail = 0;
        const size_t star = word.find(u'*');
        if (star != std::u16string_view::npos && star > 0) {
            tail = star + 1 < word.size() ? quint8(word[star + 1] - u'0') : quint8(kTailMax);
            word = word.substr(0, star);
        }
        if (word.empty() || word.size() > kWordMax)
            continue;
        // The tables may be written with ё; text is folded.
        std::u16string folded(word);
        std::replace(folded.begin(), folded.end(), u'ё', u'е');
        Entry &entry = m_entries[folded];
        entry.stemTail = std::max(entry.stemTail, tail);
        change(entry);
    }
}

std::u16string LexiconBuilder::folded(std::u16string_view words)
{
    std::vector<Cell> cells;
    std::u16string chars;
    fold(QStringView(words.data(), qsizetype(words.size())), cells, chars);
    return chars;
}

void LexiconBuilder::add(quint64 hints, std::u16string_view words)
{
    each(words, [hints](Entry &entry) { entry.hints |= hints; });
}

void LexiconBuilder::addSign(char16_t sign, std::u16string_view words)
{
    each(words, [sign](Entry &entry) {
        entry.hints |= kSign;
        entry.sign = sign;
    });
}

void LexiconBuilder::addHosts(Network network, std::u16string_view hosts)
{
    each(hosts, [network](Entry &entry) {
        entry.hints |= kNetworkHost;
        entry.network = network;
    });
}

void LexiconBuilder::addNetwork(Network network, quint64 hints, std::u16string_view words)
{
    each(words, [=](Entry &entry) {
        entry.hints |= kNetwork | hints;
        entry.network = network;
    });
}

void LexiconBuilder::addNumeral(const Numeral &numeral, std::u16string_view words)
{
    each(words, [&numeral](Entry &entry) {
        const bool same = entry.has(kNumeral) && std::string_view(entry.digits, entry.length) == numeral.digits;
        entry.hints |= kNumeral;
        entry.length = quint8(numeral.digits.size());
        std::memcpy(entry.digits, numeral.digits.data(), numeral.digits.size());
        entry.rank = numeral.rank;
        entry.weak = numeral.weak;
        entry.many = numeral.many;
        entry.typo = numeral.typo && !(same && !entry.typo);
        entry.foreign = numeral.foreign && !(same && !entry.foreign);
    });
}

void LexiconBuilder::addRepeat(int times, std::u16string_view words)
{
    each(words, [times](Entry &entry) {
        entry.hints |= kDouble;
        entry.digits[0] = char('0' + times);
        entry.length = 1;
    });
}

} // namespace cargo::contact_filter

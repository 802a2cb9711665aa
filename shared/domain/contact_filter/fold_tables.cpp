#include "shared/domain/contact_filter/fold_tables.h"

#include "shared/domain/contact_filter/fold.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
struct Pair
{
    char32_t from;
    char16_t to;
};

// Characters without a compatibility form in Unicode that people use for plain ones. Sorted by code point at first use.
constexpr Pair kForms[] = {
    // Greek
    {U'α', u'a'},
    {U'ε', u'e'},
    {U'η', u'n'},
    {U'ι', u'i'},
    {U'κ', u'k'},
    {U'ν', u'v'},
    {U'ο', u'o'},
    {U'ρ', u'p'},
    {U'τ', u't'},
    {U'υ', u'u'},
    {U'χ', u'x'},
    {U'γ', u'y'},
    {U'ω', u'w'},
    {U'β', u'b'},
    {U'ϲ', u'c'},
    {U'ϳ', u'j'},
    // Latin with its own code points: IPA, small capitals, hooks
    {U'ı', u'i'},
    {U'ɑ', u'a'},
    {U'ɡ', u'g'},
    {U'ᴀ', u'a'},
    {U'ʙ', u'b'},
    {U'ᴄ', u'c'},
    {U'ᴅ', u'd'},
    {U'ᴇ', u'e'},
    {U'ꜰ', u'f'},
    {U'ɢ', u'g'},
    {U'ʜ', u'h'},
    {U'ɪ', u'i'},
    {U'ᴊ', u'j'},
    {U'ᴋ', u'k'},
    {U'ʟ', u'l'},
    {U'ᴍ', u'm'},
    {U'ɴ', u'n'},
    {U'ᴏ', u'o'},
    {U'ᴘ', u'p'},
    {U'ʀ', u'r'},
    {U'ꜱ', u's'},
    {U'ᴛ', u't'},
    {U'ᴜ', u'u'},
    {U'ᴠ', u'v'},
    {U'ᴡ', u'w'},
    {U'ʏ', u'y'},
    {U'ᴢ', u'z'},
    {U'ø', u'o'},
    {U'ł', u'l'},
    {U'đ', u'd'},
    {U'ħ', u'h'},
    {U'ŧ', u't'},
    {U'ƅ', u'b'},
    {U'ƙ', u'k'},
    {U'ɗ', u'd'},
    {U'ɩ', u'i'},
    {U'ƿ', u'p'},
    {U'ʋ', u'v'},
    // Cyrillic letters of other tongues and old ones that look Latin or like Russian ones
    {U'ѕ', u's'},
    {U'ј', u'j'},
    {U'ԁ', u'd'},
    {U'ԛ', u'q'},
    {U'ԝ', u'w'},
    {U'ѵ', u'v'},
    {U'ӏ', u'l'},
    {U'ѡ', u'w'},
    {U'ᴦ', u'г'},
    {U'ᴨ', u'п'},
    {U'ѐ', u'е'},
    {U'ѝ', u'и'},
    {U'ӗ', u'е'},
    {U'ӣ', u'и'},
    {U'ӑ', u'а'},
    {U'ӧ', u'о'},
    // Armenian and Cherokee that look Latin
    {U'օ', u'o'},
    {U'ո', u'n'},
    {U'ս', u'u'},
    {U'հ', u'h'},
    {U'ց', u'g'},
    {U'զ', u'q'},
    // Signs
    {U'‐', u'-'},
    {U'‑', u'-'},
    {U'‒', u'-'},
    {U'–', u'-'},
    {U'—', u'-'},
    {U'―', u'-'},
    {U'−', u'-'},
    {U'﹣', u'-'},
    {U'⁃', u'-'},
    {U'➖', u'-'},
    {U'。', u'.'},
    {U'｡', u'.'},
    {U'·', u'.'},
    {U'•', u'.'},
    {U'․', u'.'},
    {U'‧', u'.'},
    {U'∙', u'.'},
    {U'⋅', u'.'},
    {U'・', u'.'},
    {U'･', u'.'},
    {U'˙', u'.'},
    {U'●', u'.'},
    {U'⚫', u'.'},
    {U'⁄', u'/'},
    {U'∕', u'/'},
    {U'╱', u'/'},
    {U'⧸', u'/'},
    {U'➕', u'+'},
    {U'∶', u':'},
    {U'꞉', u':'},
    {U'ː', u':'},
    {U'‗', u'_'},
    {U'＠', u'@'},
    {U'﹫', u'@'},
    {U'×', u'*'},
    {U'✖', u'*'},
    {U'∗', u'*'},
    {U'₽', u'₽'},
    {U'№', u'№'},
    {U'€', u'€'},
    {U'¥', u'¥'},
    {U'₩', u'₩'},
    {U'£', u'£'},
    {U'₸', u'₸'},
    {U'«', u'"'},
    {U'»', u'"'},
    {U'“', u'"'},
    {U'”', u'"'},
    {U'„', u'"'},
    {U'’', u'\''},
    {U'‘', u'\''},
    {U'ʼ', u'\''},
    {U'´', u'\''},
    {U'`', u'\''},
    {U'…', u'~'},
    // Pictures
    {U'🐶', u'@'},
    {U'🐕', u'@'},
    {U'🐩', u'@'},
    {U'🦮', u'@'},
    {U'📞', kPhonePicture},
    {U'📱', kPhonePicture},
    {U'☎', kPhonePicture},
    {U'📲', kPhonePicture},
    {U'✆', kPhonePicture},
    {U'📧', kMailPicture},
    {U'✉', kMailPicture},
    {U'📩', kMailPicture},
    {U'📨', kMailPicture},
    {U'✈', kPlanePicture},
    {U'🛩', kPlanePicture},
    {U'😉', kWinkPicture},
    {U'😏', kWinkPicture},
    {U'🤫', kWinkPicture},
    {U'🤐', kWinkPicture},
};

// Turned letters: "ǝɯ˙ʇ" is "t.me" read from the end.
constexpr Pair kTurned[] = {{U'ɐ', u'a'}, {U'ɔ', u'c'}, {U'ǝ', u'e'}, {U'ɟ', u'f'}, {U'ƃ', u'g'},
                            {U'ɥ', u'h'}, {U'ᴉ', u'i'}, {U'ɾ', u'j'}, {U'ʞ', u'k'}, {U'ɯ', u'm'},
                            {U'ɹ', u'r'}, {U'ʇ', u't'}, {U'ʌ', u'v'}, {U'ʍ', u'w'}, {U'ʎ', u'y'}};

constexpr Pair kDigits[] = {{U'〇', u'0'},
                            {U'零', u'0'},
                            {U'一', u'1'},
                            {U'幺', u'1'},
                            {U'二', u'2'},
                            {U'三', u'3'},
                            {U'四', u'4'},
                            {U'五', u'5'},
                            {U'六', u'6'},
                            {U'七', u'7'},
                            {U'八', u'8'},
                            {U'九', u'9'},
                            {U'壹', u'1'},
                            {U'贰', u'2'},
                            {U'叁', u'3'},
                            {U'肆', u'4'},
                            {U'伍', u'5'},
                            {U'陆', u'6'},
                            {U'柒', u'7'},
                            {U'捌', u'8'},
                            {U'玖', u'9'},
                            {U'⚀', u'1'},
                            {U'⚁', u'2'},
                            {U'⚂', u'3'},
                            {U'⚃', u'4'},
                            {U'⚄', u'5'},
                            {U'⚅', u'6'},
                            {U'⠚', u'0'},
                            {U'⠁', u'1'},
                            {U'⠃', u'2'},
                            {U'⠉', u'3'},
                            {U'⠙', u'4'},
                            {U'⠑', u'5'},
                            {U'⠋', u'6'},
                            {U'⠛', u'7'},
                            {U'⠓', u'8'},
                            {U'⠊', u'9'},
                            {U'영', u'0'},
                            {U'공', u'0'},
                            {U'일', u'1'},
                            {U'이', u'2'},
                            {U'삼', u'3'},
                            {U'사', u'4'},
                            {U'오', u'5'},
                            {U'육', u'6'},
                            {U'칠', u'7'},
                            {U'팔', u'8'},
                            {U'구', u'9'},
                            {U'⓿', u'0'},
                            {U'🄋', u'0'},
                            {U'🄌', u'0'},
                            // Letters that look like a digit and like nothing else, pictures that show one.
                            {U'ƽ', u'5'},
                            {U'Ƽ', u'5'},
                            {U'ƻ', u'2'},
                            {U'ƨ', u'2'},
                            {U'Ƨ', u'2'},
                            {U'ʒ', u'3'},
                            {U'Ʒ', u'3'},
                            {U'ȝ', u'3'},
                            {U'Ȝ', u'3'},
                            {U'Ꮞ', u'4'},
                            {U'Ꮾ', u'6'},
                            {U'🎱', u'8'},
                            {U'🥇', u'1'},
                            {U'🥈', u'2'},
                            {U'🥉', u'3'}};

// Rows of characters in the order of the letters or digits they stand for.
struct Row
{
    char32_t first;
    int count;
    char16_t to;
};
constexpr Row kRows[] = {
    {0x249c, 26, u'a'},  // ⒜
    {0x1f110, 26, u'a'}, // 🄐
    {0x1f130, 26, u'a'}, // 🄰
    {0x1f150, 26, u'a'}, // 🅐
    {0x1f170, 26, u'a'}, // 🅰
    {0x1f1e6, 26, u'a'}, // flags' letters
    {0x2474, 9, u'1'},   // ⑴
    {0x2488, 9, u'1'},   // ⒈
    {0x2460, 9, u'1'},   // ①
    {0x24f5, 9, u'1'},   // ⓵
    {0x2776, 9, u'1'},   // ❶
    {0x2780, 9, u'1'},   // ➀
    {0x278a, 9, u'1'},   // ➊
    {0x2160, 9, u'1'},   // Ⅰ
    {0x2170, 9, u'1'},   // ⅰ
    {0x1f550, 9, u'1'},  // 🕐
    {0x1f101, 10, u'0'}, // 🄁 "0,"
    {0x3220, 9, u'1'},   // ㈠
    {0x3280, 9, u'1'},   // ㊀
};

template <size_t N>
char16_t find(const Pair (&pairs)[N], char32_t c)
{
    static const auto sorted = [&pairs] {
        std::array<Pair, N> copy;
        std::copy(std::begin(pairs), std::end(pairs), copy.begin());
        std::sort(copy.begin(), copy.end(), [](const Pair &a, const Pair &b) { return a.from < b.from; });
        return copy;
    }();
    const auto found =
        std::lower_bound(sorted.begin(), sorted.end(), c, [](const Pair &pair, char32_t value) { return pair.from < value; });
    return found != sorted.end() && found->from == c ? found->to : u'\0';
}
} // namespace

char16_t plainForm(char32_t c) { return find(kForms, c); }
char16_t turnedForm(char32_t c) { return find(kTurned, c); }

char16_t oddDigit(char32_t c)
{
    const int digit = QChar::digitValue(c);
    if (digit >= 0)
        return char16_t(u'0' + digit);
    for (const Row &row : kRows) {
        if (row.to != u'a' && c >= row.first && c < row.first + char32_t(row.count))
            return char16_t(row.to + (c - row.first));
    }
    return find(kDigits, c);
}

char16_t oddLetter(char32_t c)
{
    for (const Row &row : kRows) {
        if (row.to == u'a' && c >= row.first && c < row.first + char32_t(row.count))
            return char16_t(row.to + (c - row.first));
    }
    return 0;
}

bool isInvisible(char32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x206f) || (c >= 0x202a && c <= 0x202e) || c == 0xfeff
           || c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5
           || (c >= 0x180b && c <= 0x180e) || c == 0x3164 || c == 0xffa0 || (c >= 0xe0000 && c <= 0xe0fff)
           || (c >= 0x1d173 && c <= 0x1d17a);
}

char16_t latinLookAlike(char16_t c)
{
    switch (c) {
    case u'а': return u'a';
    case u'в': return u'b';
    case u'е': return u'e';
    case u'к': return u'k';
    case u'м': return u'm';
    case u'н': return u'h';
    case u'о': return u'o';
    case u'р': return u'p';
    case u'с': return u'c';
    case u'т': return u't';
    case u'у': return u'y';
    case u'х': return u'x';
    case u'і':
    case u'ї': return u'i';
    case u'и': return u'u';
    case u'п': return u'n';
    case u'г': return u'r';
    case u'һ': return u'h';
    case u'ү': return u'y';
    case u'қ': return u'k';
    case u'ң': return u'h';
    case u'ѕ': return u's';
    case u'ј': return u'j';
    case u'ԁ': return u'd';
    case u'ґ': return u'r';
    default: return 0;
    }
}

char16_t cyrillicLookAlike(char16_t c)
{
    switch (c) {
    case u'a': return u'а';
    case u'b': return u'в';
    case u'c': return u'с';
    case u'e': return u'е';
    case u'h': return u'н';
    case u'i': return u'і';
    case u'k': return u'к';
    case u'm': return u'м';
    case u'n': return u'п';
    case u'o': return u'о';
    case u'p': return u'р';
    case u'r': return u'г';
    case u't': return u'т';
    case u'u': return u'и';
    case u'x': return u'х';
    case u'y': return u'у';
    case u'3': return u'з';
    case u'4': return u'ч';
    case u'6': return u'б';
    default: return 0;
    }
}

char16_t digitLookAlike(char16_t c)
{
    switch (c) {
    case u'о':
    case u'o':
    case u'd': return u'0';
    case u'l':
    case u'i':
    case u'і': return u'1';
    case u'z': return u'2';
    case u'з':
    case u'ӡ':
    case u'э': return u'3';
    case u'ч':
    case u'a':
    case u'а':
    case u'h': return u'4';
    case u's': return u'5';
    case u'б':
    case u'ь': return u'6';
    case u'т':
    case u't': return u'7';
    case u'в':
    case u'b': return u'8';
    case u'g':
    case u'q': return u'9';
    default: return 0;
    }
}

char16_t latinOnSameKey(char16_t c)
{
    static constexpr char16_t kKeys[] = u"йцукенгшщзхъфывапролджэячсмитьбю.\"№";
    static constexpr char16_t kOut[] = u"qwertyuiop[]asdfghjkl;'zxcvbnm,./@#";
    for (size_t i = 0; kKeys[i]; ++i) {
        if (kKeys[i] == c)
            return kOut[i];
    }
    return 0;
}

} // namespace cargo::contact_filter

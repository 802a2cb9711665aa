import QtQuick
import CarGo.Ui

// A text with some of its parts marked. The server counts code points; a string of QML does not.
Label {
    id: root
    property string words
    property var spans: []                 // [{start, end}]
    readonly property string styled: {
        const escape = part => part.join("").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>")
        const points = Array.from(words)
        let out = "", at = 0
        for (const span of spans.slice().sort((a, b) => a.start - b.start)) {
            if (span.start < at || span.end > points.length)
                continue
            out += escape(points.slice(at, span.start)) + "<b><u><font color=\"" + Theme.danger + "\">" + escape(points.slice(span.start, span.end)) + "</font></u></b>"
            at = span.end
        }
        return out + escape(points.slice(at))
    }
    wrapMode: Text.Wrap
    textFormat: Text.StyledText
    text: styled
    Accessible.name: words
}

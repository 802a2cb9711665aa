import QtQuick
import CarGo.Ui

// A number with its groups of three while one types; «2.65 млн» and «2 650 000 ₽» are understood when pasted. `value`
// goes in (NaN: nothing), `entered` comes out with edited(); a binding to `value` stays whole. Up and Down change it by
// `step`, where there is one.
TextField {
    id: root

    property real value: NaN
    property int decimals: 0
    property real from: 0
    property real to: Infinity
    property real step: 0
    property bool plain: false             // years: no groups
    readonly property real entered: text === "" ? NaN : Figures.parse(text)
    readonly property bool within: isNaN(entered) || (entered >= from && entered <= to)
    property bool padded: false            // "12,5" is written "12,50"
    property string before: ""

    function write(number) {
        const words = isNaN(number) ? "" : plain ? String(number) : Figures.number(number, decimals), comma = words.indexOf(",")
        text = padded && comma >= 0 ? words.padEnd(comma + 1 + decimals, "0") : words
        before = text
    }
    function move(by) {
        write(Math.max(from, Math.min(to, (isNaN(entered) ? 0 : entered) + by)))
        edited()
    }
    inputMethodHints: decimals > 0 ? Qt.ImhFormattedNumbersOnly : Qt.ImhDigitsOnly
    maximumLength: 64                      // of what is pasted; edited() refuses more than 15 digits
    Component.onCompleted: write(value)
    onValueChanged: if (value !== entered && !(isNaN(value) && isNaN(entered))) write(value)
    Connections {
        target: root.input
        function onTextEdited() {
            const line = root.input
            if (root.plain) {
                const digits = line.text.replace(/\D/g, "")
                if (digits !== line.text)
                    line.text = digits
                root.before = digits
                return
            }
            const next = Figures.edited(root.before, line.text, line.cursorPosition, root.decimals)
            root.before = next.text
            if (line.text !== next.text)
                line.text = next.text
            line.cursorPosition = next.caret
        }
        function onTextChanged() { if (root.input.text === "") root.before = "" }
    }
    // A caret behind a space stands behind the digit in front of it: Backspace and Delete take digits, never spaces.
    input.Keys.onPressed: event => {
        const line = input
        const at = line.cursorPosition
        const space = c => c !== undefined && c !== "" && c !== "," && (c < "0" || c > "9")
        if (line.selectedText === "" && event.key === Qt.Key_Backspace && at > 0 && space(line.text[at - 1]))
            line.cursorPosition = at - 1
        else if (line.selectedText === "" && event.key === Qt.Key_Delete && space(line.text[at]))
            line.cursorPosition = at + 1
        else if (step > 0 && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
            move(event.key === Qt.Key_Up ? step : -step)
            event.accepted = true
            return
        }
        event.accepted = false
    }
}

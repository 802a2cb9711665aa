import QtQuick
import CarGo.Ui

// The six digits of an authenticator. Pasted with spaces they are understood; the last digit is enough to go on.
TextField {
    id: root
    readonly property bool complete: text.length === 6
    signal filled()

    label: qsTr("Code of the authenticator")
    maximumLength: 12
    inputMethodHints: Qt.ImhDigitsOnly
    input.font.letterSpacing: 4
    onEdited: {
        const digits = text.replace(/\D/g, "").slice(0, 6)
        if (digits !== text)
            text = digits
        if (digits.length === 6)
            filled()
    }
    onAccepted: if (complete) filled()
}

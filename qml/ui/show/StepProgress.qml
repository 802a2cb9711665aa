import QtQuick

// Where one is in a row of steps: «Step 2 of 4 · Documents» over as many bars. Done steps can be gone back to.
Column {
    id: root
    property var steps: []                 // names
    property int current: 0
    signal stepped(int to)

    width: 320
    spacing: Theme.s2
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words.text
    Row {
        id: bars
        width: parent.width
        spacing: Theme.s1
        Repeater {
            model: root.steps.length
            Rectangle {
                required property int index
                width: (bars.width - (root.steps.length - 1) * bars.spacing) / root.steps.length
                height: 6
                radius: 3
                color: index < root.current ? Theme.brand : index === root.current ? Theme.brand : Theme.highContrast || Theme.dark ? Theme.line : Theme.sunken
                opacity: index === root.current ? 0.55 : 1
                TapHandler { enabled: index < root.current; margin: Theme.s4; onTapped: root.stepped(index) }
            }
        }
    }
    Label {
        id: words
        role: "label"
        width: parent.width
        wrapMode: Text.WordWrap
        text: qsTr("Step %1 of %2").arg(Math.min(root.current + 1, root.steps.length)).arg(root.steps.length) + (root.current < root.steps.length ? " · " + root.steps[root.current] : "")
        Accessible.ignored: true
    }
}

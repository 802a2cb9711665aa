import QtQuick
import CarGo.Ui

// How long a mute or a ban holds: days as a word, "0" is for good.
Choice {
    id: root
    property bool forGood: false           // can be chosen
    value: "7"
    onChosen: days => value = days
    onForGoodChanged: if (!forGood && value === "0") value = "7"
    function until() { return value === "0" ? null : new Date(Clock.now() + Number(value) * 86400000).toISOString() }
    model: [ { value: "1", text: qsTr("A day") }, { value: "7", text: qsTr("A week") }, { value: "30", text: qsTr("A month") }, { value: "365", text: qsTr("A year") } ].concat(forGood ? [ { value: "0", text: qsTr("For good") } ] : [])
}

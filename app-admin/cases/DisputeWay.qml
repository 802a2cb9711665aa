import QtQuick
import CarGo.Ui

// The events of a deal and whether its chain of checkpoints holds.
Column {
    id: root
    property var timeline: []
    property var chain: null
    spacing: Theme.s3
    Banner {
        visible: root.chain !== null
        width: parent.width
        readonly property bool good: root.chain !== null && root.chain.intact === root.chain.links && root.chain.photos_changed === 0
        tone: good ? "good" : "danger"
        title: good ? qsTr("The chain holds") : qsTr("The chain is broken")
        text: root.chain ? qsTr("%1 of %2 checkpoints agree with their hashes; %3 of %4 photos are changed.").arg(root.chain.intact).arg(root.chain.links).arg(root.chain.photos_changed).arg(root.chain.photos) : ""
    }
    Timeline {
        width: parent.width
        model: root.timeline.map(one => ({ title: Words.deal(one.to) + (one.from !== one.to ? "" : " · " + one.event), detail: [Words.code(one.actor), one.checkpoint ? one.checkpoint.place ?? "" : ""].filter(words => words !== "").join(" · "), moment: Words.moment(one.created_at), phase: one.to === "disputed" ? "problem" : "done" }))
    }
}

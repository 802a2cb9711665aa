import QtQuick
import CarGo.Ui
import CarGo.Deals

// The deal from agreement to payout.
Card {
    id: root
    required property DealViewModel vm
    signal photoOpened(var photos, int at)
    Label { text: qsTr("The way of the deal"); role: "bar"; bottomPadding: Theme.s4; width: parent.width; wrapMode: Text.WordWrap }
    Repeater {
        model: root.vm.timeline
        TimelineStep {
            id: step
            required property int index
            required property var photos
            required property var model
            width: root.width - 2 * root.padding
            title: model.title
            moment: model.moment
            detail: model.detail
            phase: model.state
            last: index === root.vm.timeline.count - 1
            PhotoRow { visible: step.photos.length > 0; width: parent.width; photos: step.photos; onOpened: at => root.photoOpened(step.photos, at) }
        }
    }
}

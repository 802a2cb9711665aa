import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

Page {
    id: root
    property string dealId
    property int stars: 0
    title: qsTr("Review")
    back: true
    contentMaximum: 640
    DealViewModel { id: vm; dealId: root.dealId; onReviewed: Nav.back(); onFailed: text => toast.show(text) }
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s5
                        Label { width: parent.width; text: qsTr("How was the deal?"); size: 20; weight: Font.Bold; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
            DealHead { visible: vm.phase === ViewModel.Ready; width: parent.width; deal: vm.deal }
            RatingStars { anchors.horizontalCenter: parent.horizontalCenter; editable: true; value: root.stars; onChosen: stars => root.stars = stars }
            TextArea { id: comment; objectName: "review.comment"; width: parent.width; label: qsTr("What should others know?"); placeholder: qsTr("The condition of the car, the term, how you were kept informed"); maximumLength: 2000 }
            Banner { width: parent.width; iconName: "visibility_off"; title: qsTr("Neither side sees the other's review first"); text: qsTr("Both appear together, when both are written or after 14 days. So nobody has to be afraid of an answer.") }
            Button { objectName: "review.send"; width: parent.width; text: qsTr("Send the review"); enabled: root.stars > 0; busy: vm.busy; onClicked: vm.review(root.stars, comment.text.trim()) }
        }
    }
    Snackbar { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.s4 } }
}

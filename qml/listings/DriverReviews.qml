import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// What buyers wrote about a driver, page by page, all or the good or the critical ones.
Card {
    id: root
    required property DriverViewModel vm
    readonly property int count: vm.reviews.count
    spacing: Theme.s3
    Label { width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: qsTr("Reviews") }
    Choice {
        objectName: "driver.filter"
        visible: root.vm.driver.reviews > 0
        width: parent.width
        model: [ { value: "", text: qsTr("All") }, { value: "high", text: qsTr("4 and 5 stars") }, { value: "low", text: qsTr("3 and fewer") } ]
        value: root.vm.filter
        onChosen: value => root.vm.filter = value
    }
    Column {
        width: parent.width
        spacing: Theme.s3
        opacity: root.vm.asking && root.count > 0 ? 0.6 : 1
        Repeater {
            model: root.vm.reviews
            ReviewItem { objectName: "review." + index; width: root.width - 2 * root.padding }
        }
    }
    SkeletonList { visible: root.vm.asking && root.count === 0; width: parent.width; rows: 3 }
    Label { objectName: "driver.noReviews"; visible: !root.vm.asking && root.count === 0 && root.vm.reviewsError === ""; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: root.vm.filter === "" ? qsTr("Nobody has written about him yet: the first deals are still on their way.") : root.vm.filter === "low" ? qsTr("No critical review.") : qsTr("No review with four or five stars yet.") }
    Banner { visible: root.vm.reviewsError !== ""; width: parent.width; tone: "danger"; title: qsTr("The reviews did not come"); text: root.vm.reviewsError; actionText: qsTr("Try again"); onAction: root.vm.loadReviews() }
    Button { objectName: "driver.more"; visible: root.vm.moreReviews && root.vm.reviewsError === ""; width: parent.width; kind: "outline"; busy: root.vm.asking; text: qsTr("More reviews"); onClicked: root.vm.loadReviews() }
}

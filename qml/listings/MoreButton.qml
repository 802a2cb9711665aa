import QtQuick
import CarGo.Ui

// What else can be done with a car.
IconButton {
    id: root
    required property string listingId
    required property string title

    objectName: "more." + listingId
    iconName: "more_vert"
    iconSize: 20
    color: Theme.inkSoft
    text: qsTr("More about %1").arg(title)
}

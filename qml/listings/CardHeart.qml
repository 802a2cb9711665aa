import QtQuick
import CarGo.Ui

// The heart on a photo.
IconButton {
    required property bool favourite

    iconName: favourite ? "favorite" : "favorite_border"
    iconSize: 20
    color: favourite ? Theme.photoDanger : Theme.photoInk
    disc: Theme.photoDisc
    discSize: 36
    text: favourite ? qsTr("Remove from favourites") : qsTr("Add to favourites")
}

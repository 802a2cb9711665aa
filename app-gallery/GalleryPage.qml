import QtQuick
import CarGo.Ui

// A page of the gallery: sections one under the other.
Column {
    property int fixedHeight: 0            // of a page that is as high as a window, and not as its content
    property int widest: 640
    spacing: Theme.s6
}

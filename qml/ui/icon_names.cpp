#include "qml/ui/icon_names.h"

#include <QSet>

namespace cargo::ui {

const QStringList &IconNames::all()
{
    static const QStringList names =
        QStringLiteral(
            "account_balance account_balance_wallet add add_a_photo add_circle_outline alternate_email apps "
            "arrow_back arrow_downward arrow_drop_down arrow_drop_up arrow_forward arrow_upward assignment "
            "attach_file attach_money autorenew badge bar_chart block bolt bookmark bookmark_border broken_image "
            "build calendar_today call camera_alt cancel chat_bubble_outline check check_box "
            "check_box_outline_blank check_circle checklist chevron_left chevron_right close cloud_done cloud_off "
            "cloud_upload compare_arrows content_copy contrast credit_card crop_free dark_mode dashboard "
            "delete_outline description devices directions directions_boat directions_car directions_walk dns done "
            "done_all drag_handle drag_indicator draw edit edit_note email error error_outline event expand_less "
            "expand_more fact_check favorite favorite_border file_download filter_list fingerprint first_page flag "
            "flash_on gavel grade grid_view group handshake help_outline highlight_off history home hourglass_empty "
            "image inbox indeterminate_check_box info insights inventory_2 key keyboard keyboard_arrow_down "
            "keyboard_arrow_right language last_page light_mode lightbulb link list local_offer local_shipping "
            "location_on lock lock_open login logout mail_outline map mark_email_read mark_email_unread menu mic "
            "more_horiz more_vert navigate_next near_me no_photography notifications notifications_none "
            "notifications_off open_in_new palette pan_tool pause pending people percent person person_add "
            "person_outline phone photo photo_camera photo_library photo_size_select_large picture_as_pdf pin_drop "
            "place play_arrow playlist_add_check priority_high privacy_tip psychology published_with_changes push_pin qr_code "
            "qr_code_scanner radio_button_checked radio_button_unchecked receipt receipt_long redo refresh remove "
            "replay report report_gmailerrorred report_problem rotate_left rotate_right route rule savings schedule "
            "search search_off security sell send settings share shield show_chart signal_wifi_off smartphone sms snooze sort "
            "speed star star_border star_half storage support_agent swap_horiz swap_vert sync tag task_alt "
            "text_fields thumb_down thumb_up timeline timer today toggle_on translate trending_down trending_flat "
            "trending_up tune undo update upload verified verified_user view_list view_sidebar visibility "
            "visibility_off volume_off vpn_key warning warning_amber wifi work zoom_in zoom_out")
            .split(u' ');
    return names;
}

bool IconNames::has(const QString &name)
{
    static const QSet<QString> known(all().begin(), all().end());
    return known.contains(name);
}

} // namespace cargo::ui

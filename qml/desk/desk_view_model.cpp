#include "qml/desk/desk_view_model.h"

#include "qml/desk/step_up.h"

namespace cargo::desk {

bool DeskViewModel::refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done)
{
    if (StepUp::wants(answer)) {
        StepUp *stepUp = StepUp::of(this);
        if (!stepUp)
            return false;
        stepUp->ask([self = QPointer<DeskViewModel>(this), call, done] {
            if (self)
                self->order(call, done);
        });
        return true;
    }
    if (answer.status == 409)
        Q_EMIT movedOn(answer.error.detail);
    return false;
}

QUrlQuery DeskViewModel::queryOf(const QVariantMap &values)
{
    QUrlQuery query;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QStringList several = value->toStringList(); // of one value a list of one
        for (const QString &one : several) {
            if (!one.isEmpty())
                query.addQueryItem(value.key(), QString::fromLatin1(QUrl::toPercentEncoding(one)));
        }
    }
    return query;
}

} // namespace cargo::desk

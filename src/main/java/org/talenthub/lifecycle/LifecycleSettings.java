package org.talenthub.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.talenthub.common.HubTime;

/**
 * How long things take, {@code hub.lifecycle.*}.
 *
 * @param noticeDays days that a case stands on public notice before it can be approved; 0 for none
 * @param staleDays days after which a case that waits is called stale
 * @param reviewDays days that experts are given to judge
 * @param cityQuota hints of how many cases a city may hand on in a year and kind, by region code; none where nothing stands
 */
@ConfigurationProperties("hub.lifecycle")
public record LifecycleSettings(
        @DefaultValue("0") int noticeDays,
        @DefaultValue("15") int staleDays,
        @DefaultValue("15") int reviewDays,
        Map<String, Integer> cityQuota) {

    public LifecycleSettings {
        if (noticeDays < 0
                || noticeDays > 60
                || staleDays < 1
                || staleDays > 365
                || reviewDays < 1
                || reviewDays > 365) {
            throw new IllegalArgumentException(
                    "hub.lifecycle.notice-days is 0 to 60, hub.lifecycle.stale-days and review-days 1 to 365");
        }
        cityQuota = cityQuota == null ? Map.of() : Map.copyOf(cityQuota);
    }

    /** The first day on which what has been on public notice since then can be approved. */
    public LocalDate noticeOver(Instant since) {
        return LocalDate.ofInstant(since, HubTime.ZONE).plusDays(noticeDays);
    }
}

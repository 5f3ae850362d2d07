package org.talenthub.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Paging;
import org.talenthub.editions.model.Edition.Head;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.publishing.EditionDrafting;
import org.talenthub.editions.publishing.EditionDrafting.LineWish;
import org.talenthub.editions.publishing.EditionReading;
import org.talenthub.editions.publishing.EditionView;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * The editions of a demo hub: two of past years, a draft of this one, and a list of challenges. Made as an official would make them, after
 * the demands are there; each only once, whatever became of it.
 */
@Component
class DemoEditions extends DemoPart {

    private static final Viewer OFFICE = new Viewer(0, "hub", "省委人才办（演示）", Role.PROVINCE, null, null, null);

    private final EditionReading reading;
    private final EditionDrafting drafting;

    DemoEditions(HubMode mode, EditionReading reading, EditionDrafting drafting) {
        super(mode, "示例版次", 1);
        this.reading = reading;
        this.drafting = drafting;
    }

    @Override
    void fill() {
        Set<String> there = reading.page(null, null, new Paging(0, Paging.MOST), OFFICE).items().stream()
                .map(EditionView.Brief::title)
                .collect(Collectors.toSet());
        LocalDate today = HubTime.today();
        edition(there, EditionKind.LIST, LocalDate.of(2024, 12, 10), "湖北省重点引才清单（2024 年示例）", "2024-1", "鄂人才示例〔2024〕6 号");
        edition(there, EditionKind.LIST, LocalDate.of(2025, 12, 10), "湖北省重点引才清单（2025 年示例）", "2025-1", "鄂人才示例〔2025〕8 号");
        edition(there, EditionKind.CHALLENGE, today, "湖北省揭榜挂帅榜单（2026 年示例）", "揭榜 2026-1", "鄂人才示例〔2026〕3 号");
        edition(there, EditionKind.LIST, today, "湖北省重点引才清单（2026 年示例草稿）", null, null);
    }

    private void edition(
            Set<String> there,
            EditionKind kind,
            LocalDate day,
            String title,
            @Nullable String number,
            @Nullable String document) {
        if (there.contains(title)) {
            return;
        }
        String id = drafting.create(kind, new Head(title, null, day, document), null, OFFICE);
        if (number == null) {
            return;
        }
        List<Integer> faulty = reading.get(id, OFFICE).faults().stream()
                .map(f -> f.line())
                .filter(n -> n > 0)
                .distinct()
                .sorted((a, b) -> b - a)
                .toList();
        faulty.forEach(n -> drafting.line(id, n, new LineWish(null, Map.of(), null, null, true, null), OFFICE));
        drafting.publish(id, new Head(null, number, null, null), null, OFFICE);
    }
}

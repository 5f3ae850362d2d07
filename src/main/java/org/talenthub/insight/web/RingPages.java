package org.talenthub.insight.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** A record's neighbours as a picture, made of links: a kind opens to twenty of its neighbours, the rest is a search. */
@Controller
class RingPages {

    private static final int OPENED = 20;
    private static final int SHOWN = 5;
    private static final int LONGEST = 12;

    private final Links links;
    private final Texts texts;

    RingPages(Links links, Texts texts) {
        this.links = links;
        this.texts = texts;
    }

    /** @param kinds the same as a list */
    record View(String name, String href, Ring ring, List<Ring.Sector> kinds) {}

    @GetMapping("/{kind:" + Kind.PATHS + "}/{id}/ring")
    String ring(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int open,
            Viewer viewer,
            Model model) {
        Kind of = Kind.ofPath(kind).orElseThrow(Problem::notFound);
        RecordView seen = links.view(of, id, viewer);
        String self = "/" + kind + "/" + seen.id();
        List<Links.Group> groups = links.ofPage(of, id, open < 0 ? SHOWN : OPENED, viewer);
        List<Ring.Sector> sectors = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Links.Group g = groups.get(i);
            List<RecordView> items =
                    g.items().stream().limit(i == open ? OPENED : SHOWN).toList();
            List<Ring.Point> points = new ArrayList<>(items.stream()
                    .map(v -> new Ring.Point(cut(v.name()), "/" + g.kind().path() + "/" + v.id()))
                    .toList());
            String all = "/search?tab=" + g.kind().path() + "&" + SearchParameters.write(g.query());
            if (g.total() > points.size()) {
                points.add(new Ring.Point(texts.text("ring.more", Texts.number(g.total() - points.size())), all));
            }
            boolean opens = i != open && g.total() > items.size();
            sectors.add(new Ring.Sector(
                    cut(g.label()) + " " + Texts.number(g.total()), opens ? self + "/ring?open=" + i : all, points));
        }
        model.addAttribute("view", new View(seen.name(), self, Ring.of(sectors), sectors));
        model.addAttribute("section", kind);
        return "insight/ring";
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}

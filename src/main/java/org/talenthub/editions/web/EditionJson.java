package org.talenthub.editions.web;

import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.talenthub.common.Ids;
import org.talenthub.editions.publishing.EditionContent;
import org.talenthub.editions.publishing.EditionDiff;
import org.talenthub.editions.publishing.EditionView;
import org.talenthub.editions.publishing.Fault;
import org.talenthub.editions.publishing.LineState;
import org.talenthub.editions.ranking.Ranked;
import org.talenthub.search.SearchParameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Editions and needs as the API tells them. */
final class EditionJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<LineState, String> STATES =
            Map.of(LineState.OPEN, "招引中", LineState.FILLED, "已招满", LineState.LAPSED, "已过期", LineState.WITHDRAWN, "已撤回");

    private EditionJson() {}

    /** What was published, and what has become of it since. */
    static ObjectNode of(EditionView v) {
        ObjectNode node = JSON.valueToTree(v.content());
        node.put("state", v.state().name());
        node.put("sha256", v.sha256());
        node.put("publishedAt", v.publishedAt() == null ? null : v.publishedAt().toString());
        ArrayNode lines = node.putArray("lines");
        v.content().lines().forEach(l -> lines.add(line(v, l)));
        ArrayNode errata = node.putArray("errata");
        v.errata().forEach(e -> {
            ObjectNode said = errata.addObject().put("n", e.n());
            if (e.line() != null) {
                said.put("line", e.line());
            }
            said.put("text", e.text()).put("at", e.at().toString());
        });
        if (!v.allowed().isEmpty()) {
            node.put("version", v.version());
            ArrayNode allowed = node.putArray("allowed");
            v.allowed().forEach(allowed::add);
            if (!v.state().published()) {
                findings(node.putArray("findings"), v.faults());
            }
        }
        return node;
    }

    static ObjectNode line(EditionView v, EditionContent.Line l) {
        ObjectNode node = JSON.valueToTree(l);
        LineState state = v.states().getOrDefault(l.n(), LineState.WITHDRAWN);
        node.put("state", state.name()).put("stateLabel", STATES.getOrDefault(state, ""));
        if (!v.state().published()) {
            findings(node.putArray("findings"), v.faults(l.n()));
        }
        return node;
    }

    private static void findings(ArrayNode array, List<Fault> faults) {
        faults.forEach(f -> {
            ObjectNode node = array.addObject()
                    .put("line", f.line())
                    .put("field", f.field())
                    .put("code", f.code())
                    .put("message", f.message(LocaleContextHolder.getLocale()));
            if (f.finding() != null) {
                node.put("quote", f.finding().quote())
                        .put("from", f.finding().from())
                        .put("to", f.finding().to())
                        .put("suggestion", f.finding().suggestion());
            }
        });
    }

    static ObjectNode of(EditionDiff d) {
        ObjectNode node = JSON.createObjectNode();
        node.put("from", d.from()).put("to", d.to());
        lines(node.putArray("new"), d.added());
        lines(node.putArray("filled"), d.filled());
        lines(node.putArray("lapsed"), d.lapsed());
        lines(node.putArray("withdrawn"), d.withdrawn());
        lines(node.putArray("dropped"), d.dropped());
        ArrayNode moved = node.putArray("moved");
        d.moved().forEach(m -> {
            ObjectNode line = brief(m.line());
            moved.add(line.put("from", m.from()).put("to", m.to()));
        });
        return node.put("unmoved", d.unmoved());
    }

    private static void lines(ArrayNode array, List<EditionContent.Line> lines) {
        lines.forEach(l -> array.add(brief(l)));
    }

    private static ObjectNode brief(EditionContent.Line l) {
        return JSON.createObjectNode()
                .put("n", l.n())
                .put("cluster", l.cluster())
                .put("title", l.title())
                .put("band", l.band())
                .put("index", l.index());
    }

    static ObjectNode of(Ranked r, NeedView view) {
        ObjectNode node = JSON.createObjectNode();
        node.put("cluster", Ids.text(r.id())).put("title", r.cluster().post());
        ArrayNode names = node.putArray("names");
        r.cluster().names().forEach(names::add);
        node.put("index", r.figures().index());
        node.set("parts", JSON.valueToTree(view.parts()));
        node.put("place", r.standing().place());
        node.put("band", r.standing().band().code())
                .put("bandLabel", r.standing().band().label())
                .put("stars", r.standing().band().stars());
        node.put("shortage", r.figures().shortage().name()).put("shortageLabel", view.shortage());
        node.put("yearsUnmet", r.figures().years());
        node.put("heads", r.figures().heads()).put("missing", r.figures().gap());
        node.put("enterprises", r.figures().enterprises());
        node.put("supply", r.figures().supply()).put("skilled", r.skilled());
        node.put("supplyQuery", "/api/v1/talents?" + SearchParameters.write(r.fit()));
        node.set("industries", JSON.valueToTree(view.industries()));
        node.set("regions", JSON.valueToTree(view.regions()));
        if (view.last() != null) {
            node.set("last", JSON.valueToTree(view.last()));
        }
        node.put("change", view.change().name());
        ArrayNode demands = node.putArray("demands");
        r.cluster()
                .needs()
                .forEach(n -> demands.addObject()
                        .put("id", Ids.text(n.demand()))
                        .put("post", n.post())
                        .put("enterprise", n.enterpriseName())
                        .put("heads", n.heads())
                        .put("filled", n.filled())
                        .put("open", n.open()));
        return node;
    }
}

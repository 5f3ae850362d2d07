package org.talenthub.insight.places;

import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.talenthub.reference.standards.Industries;
import org.talenthub.search.Labels;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;
import org.talenthub.web.QrCode;
import org.talenthub.web.Texts;

/** Industries and the nodes of their chains at the terminal: what stands there for everybody to see, whoever is signed in. */
@Controller
@RequestMapping("/terminal/chains")
class TerminalPlaces {

    private static final Viewer VISITOR = Viewer.ANONYMOUS;

    private final PlaceViews views;
    private final Industries industries;
    private final Labels labels;
    private final HubAddress address;

    TerminalPlaces(PlaceViews views, Industries industries, Labels labels, HubAddress address) {
        this.views = views;
        this.industries = industries;
        this.labels = labels;
        this.address = address;
    }

    record Chain(String code, String label, String nodes) {}

    /** When what the page says was so; a page out of the cache says it of itself. */
    @ModelAttribute("asOf")
    String asOf() {
        return Texts.time(Instant.now());
    }

    @GetMapping
    String chains(Model model) {
        model.addAttribute(
                "chains",
                industries.chains().stream()
                        .map(c -> new Chain(
                                c.code(),
                                labels.code(industries.dictionary(), c.code()),
                                c.nodes().stream()
                                        .map(n -> labels.node(n.code()))
                                        .collect(Collectors.joining(" · "))))
                        .toList());
        return "terminal/chains";
    }

    @GetMapping("/{code}")
    String chain(@PathVariable String code, Model model) {
        model.addAttribute("code", views.chainPlace(code).code());
        model.addAttribute("view", views.chain(code, VISITOR));
        return "terminal/place";
    }

    /** The page of the place on the site, for the visitor's own telephone. */
    @GetMapping("/{code}/code.svg")
    ResponseEntity<String> code(@PathVariable String code) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(QrCode.svg(
                        address.get() + "/chains/" + views.chainPlace(code).code()));
    }
}

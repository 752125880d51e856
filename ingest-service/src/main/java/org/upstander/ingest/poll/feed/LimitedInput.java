package org.upstander.ingest.poll.feed;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * ROME, which refuses document types, with a limit of depth besides: what reads the elements after
 * it does so recursively.
 */
final class LimitedInput extends WireFeedInput {

    private static final int DEPTH = 100;

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        builder.setXMLFilter(new Depth());
        return builder;
    }

    private static final class Depth extends XMLFilterImpl {

        private int depth;

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes)
                throws SAXException {
            depth++;
            if (depth > DEPTH) {
                throw new SAXException("nested too deeply");
            }
            super.startElement(uri, name, qName, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qName) throws SAXException {
            depth--;
            super.endElement(uri, name, qName);
        }
    }
}

// MARK: - What happened over time, rows to correct, all rows

extension PageMarkup {
    static let course = """
        {{#course}}<section aria-labelledby="course">
        <h2 id="course">What happened, over time</h2>
        {{#charts}}<figure>
        <figcaption>{{#began}}Attempts of the start of <time datetime="{{machine}}">{{words}}</time>{{/began}}\
        {{^began}}Attempts{{/began}}</figcaption>
        <svg class="chart" viewBox="-4 -24 728 202" role="img" aria-labelledby="{{id}}">
        <line class="axis" x1="0" y1="0" x2="720" y2="0"/><line class="axis" x1="0" y1="150" x2="720" y2="150"/>
        {{#bars}}<rect class="{{kind}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"/>
        {{/bars}}<text x="0" y="-6">{{top}}</text><text x="0" y="170">0</text>\
        <text class="end" x="720" y="170">{{end}}</text></svg>
        <ul class="kinds">{{#legend}}<li><span class="dot {{kind}}"></span>{{count}} {{meaning}}</li>{{/legend}}</ul>
        <p id="{{id}}">{{words}}</p>
        </figure>
        {{/charts}}{{#latency}}<figure>
        <figcaption>How long attempts took</figcaption>
        <svg class="chart" viewBox="-4 -24 728 202" role="img" aria-labelledby="latency">
        <line class="axis" x1="0" y1="150" x2="720" y2="150"/>
        {{#bars}}<rect class="{{kind}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"/>\
        <text class="middle" x="{{middle}}" y="170">{{label}}</text>\
        {{#count}}<text class="middle" x="{{middle}}" y="{{above}}">{{.}}</text>{{/count}}
        {{/bars}}</svg>
        <p id="latency">{{words}} From the sending of a request until its end was written down.</p>
        </figure>{{/latency}}
        <div class="scroll" tabindex="0" role="region" aria-label="Starts of this import"><table>
        <caption>Starts of this import</caption>
        <thead><tr><th scope="col">Began</th><th scope="col">By</th><th scope="col" class="number">Requests</th>\
        <th scope="col" class="number">Attempts</th><th scope="col" class="number">Retries</th>\
        <th scope="col" class="number">Turned away</th><th scope="col" class="number">Trouble</th>\
        <th scope="col">End</th></tr></thead>
        <tbody>
        {{#starts}}<tr><th scope="row">{{#began}}<time datetime="{{machine}}">{{words}}</time>{{/began}}</th>\
        <td>{{by}}</td><td class="number">{{requests}}</td><td class="number">{{attempts}}</td>\
        <td class="number">{{retries}}</td><td class="number">{{turnedAway}}</td><td class="number">{{trouble}}</td>\
        <td>{{end}}</td></tr>
        {{/starts}}</tbody></table></div>
        {{#forgotten}}<p>{{.}} had no room here.</p>{{/forgotten}}
        <p class="note">Requests count what was looked up as well. Attempts are requests that invite somebody.</p>
        </section>{{/course}}

        """

    static let rows = """
        {{#hasCorrections}}<section aria-labelledby="corrections" id="correct">
        <h2 id="corrections">Rows to correct</h2>
        <p>Change what is wrong, and save. What you save is <code>{{correctionFiles}}</code> in the folder of this \
        import with your changes. Put it there in the place of the old one, and import it, with the options of the \
        first import{{#joined}}, once for each shard I into its own folder RUN{{/joined}}:</p>
        {{#commands}}<pre><code>{{.}}</code></pre>
        {{/commands}}{{#correctionsRest}}<p class="gap">{{.}}</p>
        {{/correctionsRest}}<noscript><p>Without scripts this page cannot edit. Open the file in a spreadsheet.</p>\
        </noscript>
        <div class="editors" hidden></div>
        <script type="application/json" id="correction-data">{{{corrections}}}</script>
        </section>{{/hasCorrections}}
        <section aria-labelledby="all">
        <h2 id="all">{{tableTitle}}</h2>
        {{#tableRest}}<p>{{.}}</p>
        {{/tableRest}}<noscript><p>Without scripts this page shows no table. All rows are in {{results}}.</p></noscript>
        <form class="filter" hidden role="search">
        <label>Search <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
        <label>Outcome <select id="outcome"><option value="">all</option></select></label>
        <label class="check"><input type="checkbox" id="needing"> only who needs somebody</label>
        </form>
        <p id="found" role="status" aria-live="polite"></p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="all"><table id="rows" hidden>
        <thead><tr><th scope="col">Row</th><th scope="col">Address</th><th scope="col">Name</th>\
        <th scope="col">Roles</th><th scope="col">Groups</th><th scope="col">Outcome</th>\
        <th scope="col">To know</th><th scope="col">Sent</th></tr></thead>
        <tbody></tbody></table></div>
        <p><button type="button" id="more" hidden>Show more rows</button> \
        <button type="button" id="everything" hidden>Show all</button></p>
        <script type="application/json" id="row-data">{{{table}}}</script>
        </section>
        <section aria-labelledby="details">
        <h2 id="details">Facts</h2>
        <dl class="facts wide">
        {{#details}}<div><dt>{{name}}</dt><dd>{{value}}{{#time}}<time datetime="{{machine}}">{{words}}</time>{{/time}}\
        </dd></div>
        {{/details}}</dl>
        <table class="files"><caption>Files</caption>
        <thead><tr><th scope="col">File</th><th scope="col" class="number">Rows</th>\
        <th scope="col">Columns</th></tr></thead>
        <tbody>
        {{#files}}<tr><th scope="row">{{name}}</th><td class="number">{{rows}}</td><td>{{columns}}</td></tr>
        {{/files}}</tbody></table>
        {{#filesRest}}<p>{{.}}</p>{{/filesRest}}
        </section>

        """
}

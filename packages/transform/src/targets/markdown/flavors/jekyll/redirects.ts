/**
 * Pages at the addresses posts had before. `jekyll-redirect-from` reads the same field and is what GitHub Pages
 * has; this stands in for it where it is not installed.
 */
export const REDIRECTS_PLUGIN = `# Leads from the addresses in a post's \`redirect_from\` to the post.
# Where jekyll-redirect-from is installed and listed under \`plugins\` in _config.yml, that does it.
unless defined?(JekyllRedirectFrom)
  require "cgi"

  module ArchiveRedirects
    class RedirectPage < Jekyll::PageWithoutAFile
      def initialize(site, from, to)
        super(site, site.source, from, "index.html")
        data["layout"] = nil
        data["sitemap"] = false
        address = CGI.escapeHTML(site.config["baseurl"].to_s + to)
        self.content = "<!doctype html><html lang=\\"en\\"><meta charset=\\"utf-8\\"><title>Moved</title>" \\
          "<link rel=\\"canonical\\" href=\\"#{address}\\"><meta http-equiv=\\"refresh\\" content=\\"0; url=#{address}\\">" \\
          "<p><a href=\\"#{address}\\">Moved</a></p></html>"
      end
    end

    class Generator < Jekyll::Generator
      def generate(site)
        (site.posts.docs + site.pages).each do |item|
          Array(item.data["redirect_from"]).each do |from|
            site.pages << RedirectPage.new(site, from, item.url)
          end
        end
      end
    end
  end
end
`;

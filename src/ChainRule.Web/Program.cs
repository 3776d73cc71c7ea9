using ChainRule.Web;
using ChainRule.Web.Page;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<PageFrame>("#app");
builder.Services.AddScoped<PageScript>();
await builder.Build().RunAsync();
